// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "tests/differential/generator.h"

namespace dossier::naive {

using ast::Operator;

ast::SelectQuery ThemeGenerator::small() {
  switch (below(8)) {
    case 0:
    case 1:
    case 2:
      return about_exists();
    case 3:
      return about_graphs();
    case 4:
      return about_unions();
    case 5:
      return about_paths();
    case 6:
      return chance(40) ? about_services() : about_graphs();
    default:
      return about_regular_expressions();
  }
}

ast::GroupGraphPattern ThemeGenerator::one_block() {
  ast::GroupGraphPattern out;
  out.elements.push_back({block(), {}});
  return out;
}

ast::SelectQuery ThemeGenerator::over(ast::GroupGraphPattern where) {
  ast::SelectQuery out;
  out.where = std::move(where);
  if (chance(60)) {
    out.star = true;
  } else {
    project(out);
  }
  return out;
}

/// Every place an expression can stand in a group.
ast::PatternElement ThemeGenerator::holder_of_exists() {
  ast::Expression own = exists(chance(40) ? 2 : 1);
  switch (below(7)) {
    case 0:
      return {ast::Filter{operation(chance(50) ? Operator::logical_or : Operator::logical_and,
                                    {condition(0), std::move(own)})},
              {}};
    case 1:
      return {ast::Bind{std::move(own), {fresh("f")}}, {}};
    case 2:
      return {ast::Bind{call(ast::Builtin::if_, {std::move(own), of(variable()), expression(0)}),
                        {fresh("f")}},
              {}};
    case 3: {
      ast::GroupGraphPattern optional = one_block();
      optional.elements.push_back({ast::Filter{std::move(own)}, {}});
      return {ast::OptionalPattern{std::move(optional)}, {}};
    }
    case 4: {
      ast::GroupGraphPattern inner = one_block();
      inner.elements.push_back({ast::Filter{std::move(own)}, {}});
      return {ast::GroupOrUnionPattern{{std::move(inner), one_block()}}, {}};
    }
    default:
      return {ast::Filter{std::move(own)}, {}};
  }
}

ast::SelectQuery ThemeGenerator::about_exists() {
  ast::GroupGraphPattern where = one_block();
  if (chance(20)) {
    ast::SelectQuery out;
    out.where = std::move(where);
    const ast::Variable key = variable();
    out.modifier.group_by.push_back({of(key), std::nullopt});
    out.projection.push_back({key, std::nullopt});
    out.modifier.having.push_back(exists(1));
    return out;
  }
  add(where, holder_of_exists());
  ast::SelectQuery out = over(std::move(where));
  if (!out.star && chance(40)) out.projection.push_back({{fresh("f")}, exists(1)});
  return out;
}

/// An element whose solutions may bind nothing of the graph.
ast::PatternElement ThemeGenerator::may_bind_nothing() {
  switch (below(5)) {
    case 0:
      return {ast::Bind{of(literal()), {fresh("f")}}, {}};
    case 1:
      return {values(), {}};
    case 2: {
      ast::GroupGraphPattern inner;
      inner.elements.push_back({ast::OptionalPattern{one_block()}, {}});
      return {ast::GroupOrUnionPattern{{std::move(inner)}}, {}};
    }
    default:
      return {ast::OptionalPattern{one_block()}, {}};
  }
}

ast::SelectQuery ThemeGenerator::about_graphs() {
  ast::GroupGraphPattern inner;
  const std::size_t elements = 1 + below(3);
  for (std::size_t i = 0; i < elements; ++i)
    add(inner, chance(50) ? may_bind_nothing() : element(1));
  if (chance(70)) add(inner, {block(), {}});
  ast::GroupGraphPattern where;
  if (chance(30)) add(where, {block(), {}});
  const ast::Variable name{chance(80) ? "g" : variable().name};
  where.elements.push_back({ast::GraphPattern{name, std::move(inner)}, {}});
  return over(std::move(where));
}

/// Often a sub-SELECT that projects less than other branches bind.
ast::GroupGraphPattern ThemeGenerator::branch() {
  if (chance(40)) return alternative(1);
  if (chance(40)) return one_block();
  ast::SelectQuery query;
  query.where = one_block();
  query.projection.push_back({near_.empty() ? variable() : pick(near_), std::nullopt});
  ast::GroupGraphPattern out;
  out.elements.push_back({ast::SubSelect{std::move(query)}, {}});
  return out;
}

ast::SelectQuery ThemeGenerator::about_unions() {
  ast::GroupGraphPattern where = one_block();
  ast::GroupOrUnionPattern choice{{branch(), branch()}};
  if (chance(25)) choice.alternatives.push_back(alternative(0));
  if (chance(20)) {
    ast::GroupGraphPattern optional;
    optional.elements.push_back({std::move(choice), {}});
    where.elements.push_back({ast::OptionalPattern{std::move(optional)}, {}});
  } else {
    where.elements.push_back({std::move(choice), {}});
  }
  return over(std::move(where));
}

ast::SelectQuery ThemeGenerator::about_paths() {
  ast::TriplesBlock paths;
  const ast::Variable start = variable(), end = variable();
  near_ = {start, end};
  const bool closed = chance(15);
  paths.triples.push_back({start,
                           path(1 + static_cast<int>(below(2))),
                           closed ? ast::Node(node_iri()) : ast::Node(end),
                           {}});
  ast::GroupGraphPattern where;
  where.elements.push_back({std::move(paths), {}});
  if (chance(30)) add(where, {block(), {}});
  add(where, {ast::Filter{equality()}, {}});
  return over(std::move(where));
}

ast::SelectQuery ThemeGenerator::about_services() {
  ast::GroupGraphPattern where = one_block();
  if (chance(30)) add(where, {ast::OptionalPattern{one_block()}, {}});
  if (chance(20)) {
    ast::GroupGraphPattern optional;
    optional.elements.push_back(service());
    add(where, {ast::OptionalPattern{std::move(optional)}, {}});
  } else {
    add(where, service());
  }
  ast::SelectQuery out = over(std::move(where));
  if (chance(25)) {
    ast::GroupGraphPattern inner;
    inner.elements.push_back(service());
    ast::Exists asked{chance(30), std::move(inner)};
    add(out.where, {ast::Filter{{std::move(asked), {}}}, {}});
  }
  return out;
}

ast::SelectQuery ThemeGenerator::about_regular_expressions() {
  ast::GroupGraphPattern where = one_block();
  ast::Expression own = regular_expression();
  if (chance(30)) own = call(ast::Builtin::coalesce, {std::move(own), expression(0)});
  if (chance(50)) {
    add(where, {ast::Filter{std::move(own)}, {}});
  } else {
    add(where, {ast::Bind{std::move(own), {fresh("f")}}, {}});
  }
  return over(std::move(where));
}

}  // namespace dossier::naive
