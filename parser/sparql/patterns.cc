// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/patterns.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/stack.h"
#include "parser/sparql/expressions.h"
#include "parser/sparql/select.h"
#include "parser/sparql/terms.h"
#include "parser/sparql/triples.h"

namespace dossier::sparql {
namespace {

/// Moves the smaller set into the larger, so that deep nesting doesn't copy a set per level.
void merge(VariableSet& into, VariableSet&& from) {
  if (into.size() < from.size()) into.swap(from);
  into.merge(from);
}

/// Builds the elements of one group in order, keeping track of what is in scope so far.
class GroupBuilder {
 public:
  explicit GroupBuilder(Context& context)
      : context_(context), outer_scope_(context.blanks.scope()) {}
  ~GroupBuilder() { context_.blanks.enter(outer_scope_); }
  GroupBuilder(const GroupBuilder&) = delete;
  GroupBuilder& operator=(const GroupBuilder&) = delete;

  void reserve(std::size_t elements) {
    group_.pattern.elements.reserve(elements);
    context_.made(sizeof(Group) + elements * sizeof(ast::PatternElement));
  }

  void element(Syntax syntax) {
    const std::size_t variables = group_.visible.size();
    // A FILTER doesn't end a basic graph pattern, everything else that is not a triple does.
    if (!syntax.is(Kind::TriplesBlock) && !syntax.is(Kind::Filter)) scope_ = kNoScope;
    ast::PatternElement result{build(syntax), {syntax.offset()}};
    group_.pattern.elements.push_back(std::move(result));
    context_.made((group_.visible.size() - std::min(variables, group_.visible.size())) * kVariable);
  }
  Group take() { return std::move(group_); }

 private:
  static constexpr std::uint32_t kNoScope = 0;
  static constexpr std::size_t kVariable = 80;  ///< what a name takes in a set
  using Element = decltype(ast::PatternElement::node);

  Element build(Syntax syntax) {
    switch (syntax.kind()) {
      case Kind::TriplesBlock:
        return triples(syntax);
      case Kind::Optional:
        return ast::OptionalPattern{nested(syntax.child())};
      case Kind::Minus:
        return ast::MinusPattern{to_group(context_, syntax.child()).pattern};
      case Kind::GroupOrUnion:
        return union_of(syntax);
      case Kind::Graph:
        return graph(syntax);
      case Kind::Service:
        return service(syntax);
      case Kind::Filter:
        return ast::Filter{to_expression(context_, syntax.child())};
      case Kind::Bind:
        return bind(syntax);
      case Kind::SubSelect:
        return sub_select(syntax);
      default:
        return values(syntax);
    }
  }

  ast::GroupGraphPattern nested(Syntax syntax) {
    Group group = to_group(context_, syntax);
    merge(group_.visible, std::move(group.visible));
    return std::move(group.pattern);
  }

  ast::TriplesBlock triples(Syntax syntax) {
    if (scope_ == kNoScope) scope_ = context_.blanks.new_scope();
    context_.blanks.enter(scope_);
    ast::TriplesBlock block;
    append_triples(context_, syntax, block.triples);
    block.triples.shrink_to_fit();
    for (const ast::TriplePattern& triple : block.triples) add_variables(triple, group_.visible);
    return block;
  }

  ast::GroupOrUnionPattern union_of(Syntax syntax) {
    ast::GroupOrUnionPattern alternatives;
    for (const Syntax child : syntax) alternatives.alternatives.push_back(nested(child));
    return alternatives;
  }

  ast::GraphPattern graph(Syntax syntax) {
    auto child = syntax.begin();
    ast::Node name = to_node(context_, *child);
    add_variables(name, group_.visible);
    return {std::move(name), nested(*++child)};
  }

  ast::ServicePattern service(Syntax syntax) {
    ast::ServicePattern service;
    auto child = syntax.begin();
    service.silent = (*child).is(Kind::Silent);
    if (service.silent) ++child;
    service.name = to_node(context_, *child);
    add_variables(service.name, group_.visible);
    service.pattern = nested(*++child);
    return service;
  }

  ast::Bind bind(Syntax syntax) {
    auto child = syntax.begin();
    ast::Expression expression = to_expression(context_, *child);
    const Syntax name = *++child;
    ast::Variable variable = to_variable(context_, name);
    if (!group_.visible.insert(variable.name).second) {
      context_.fail(name,
                    fmt::format("the variable ?{} is already bound in this group: BIND needs a "
                                "new one",
                                variable.name));
    }
    return {std::move(expression), std::move(variable)};
  }

  ast::InlineData values(Syntax syntax) {
    ast::InlineData data = to_inline_data(context_, syntax);
    for (const ast::Variable& variable : data.variables) group_.visible.insert(variable.name);
    return data;
  }

  ast::SubSelect sub_select(Syntax syntax) {
    Select select = to_select(context_, syntax);
    merge(group_.visible, std::move(select.visible));
    return {std::move(select.query)};
  }

  Context& context_;
  Group group_;
  std::uint32_t scope_ = kNoScope;
  const std::uint32_t outer_scope_;
};

constexpr std::size_t kRow = sizeof(std::vector<std::optional<Term>>) + 16;  // with its block
constexpr std::size_t kValue = sizeof(std::optional<Term>);

void add_value(Context& context, std::optional<Term> value, ast::InlineData& data) {
  context.made(kRow + kValue);
  data.rows.emplace_back().push_back(std::move(value));
}

void add_row(Context& context, Syntax row, ast::InlineData& data) {
  std::vector<std::optional<Term>> terms;
  terms.reserve(data.variables.size());
  context.made(kRow + data.variables.size() * kValue);
  for (const Syntax value : row) {
    terms.push_back(value.is(Kind::Undef) ? std::nullopt : std::optional(to_term(context, value)));
  }
  if (terms.size() != data.variables.size()) {
    context.fail(row, fmt::format("this row has {} values for {} variables", terms.size(),
                                  data.variables.size()));
  }
  data.rows.push_back(std::move(terms));
}

}  // namespace

void add_variables(const ast::Node& node, VariableSet& variables) {
  if (const auto* variable = std::get_if<ast::Variable>(&node)) variables.insert(variable->name);
  if (const auto* triple = std::get_if<Box<ast::TripleTermPattern>>(&node)) {
    with_stack([&] {
      add_variables((*triple)->subject, variables);
      add_variables((*triple)->predicate, variables);
      add_variables((*triple)->object, variables);
    });
  }
}

void add_variables(const ast::TriplePattern& triple, VariableSet& variables) {
  add_variables(triple.subject, variables);
  if (const auto* predicate = std::get_if<ast::Node>(&triple.predicate)) {
    add_variables(*predicate, variables);
  }
  add_variables(triple.object, variables);
}

Group to_group(Context& context, Syntax group) {
  // Aggregates of an outer SELECT have no business in a pattern inside its expressions.
  const Within aggregates(context.aggregates, Aggregates::nowhere);
  return with_stack([&] {
    GroupBuilder builder(context);
    std::size_t elements = 0;
    for ([[maybe_unused]] const Syntax child : group) ++elements;
    builder.reserve(elements);
    for (const Syntax child : group) builder.element(child);
    return builder.take();
  });
}

ast::InlineData to_inline_data(Context& context, Syntax values) {
  ast::InlineData data;
  VariableSet seen;
  const auto add_variable = [&](Syntax node) {
    data.variables.push_back(to_variable(context, node));
    if (!seen.insert(data.variables.back().name).second) {
      context.fail(node, fmt::format("the variable ?{} is listed twice in VALUES",
                                     data.variables.back().name));
    }
  };
  for (const Syntax child : values) {
    switch (child.kind()) {
      case Kind::Var:
        add_variable(child);
        break;
      case Kind::DataBlockVariables:
        for (const Syntax name : child) add_variable(name);
        break;
      case Kind::DataBlockRow:
        add_row(context, child, data);
        break;
      case Kind::Undef:
        add_value(context, std::nullopt, data);
        break;
      default:
        add_value(context, to_term(context, child), data);
    }
  }
  return data;
}

}  // namespace dossier::sparql
