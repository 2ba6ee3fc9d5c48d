// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <utility>

#include "model/vocabulary.h"
#include "tests/differential/generator.h"

namespace dossier::naive {

ast::Node QueryGenerator::node(unsigned percent_variable, bool object_position) {
  if (chance(is_focused() ? 90 : percent_variable)) return variable();
  return object_position && chance(40) ? literal() : node_iri();
}

ast::TriplePattern QueryGenerator::triple() {
  if (is_focused() && chance(85)) return plain_triple();
  if (chance(8)) return reified();
  ast::TriplePattern out;
  if (chance(20)) {
    out.predicate = path(2);
    out.subject = node(70, false);
    out.object = node(70, false);
    return out;
  }
  out.subject = chance(5) ? ast::Node(ast::BlankNode{block_label_}) : node(75, false);
  out.predicate = chance(15) ? ast::Node(variable()) : ast::Node(predicate());
  out.object = node(65, true);
  return out;
}

/// Two variables around a predicate, mostly.
ast::TriplePattern QueryGenerator::plain_triple() {
  ast::TriplePattern out;
  out.subject = node(90, false);
  out.predicate = chance(10) ? ast::Node(variable()) : ast::Node(predicate());
  do {
    out.object = node(90, true);
  } while (out.object == out.subject);
  return out;
}

ast::TriplePattern QueryGenerator::reified() {
  ast::TriplePattern out;
  out.subject = variable();
  out.predicate = ast::Node(Term::iri(std::string(vocabulary::rdf::kReifies)));
  out.object = Box<ast::TripleTermPattern>(ast::TripleTermPattern{
      variable(), chance(50) ? ast::Node(variable()) : ast::Node(predicate()), node(70, true)});
  return out;
}

ast::Path QueryGenerator::path(int depth) {
  if (depth == 0 || chance(15)) return {predicate()};
  switch (below(6)) {
    case 0:
      return {ast::PathInverse{path(depth - 1)}};
    case 1:
      return {ast::PathSequence{{path(depth - 1), path(depth - 1)}}};
    case 2:
      return {ast::PathAlternative{{path(depth - 1), path(depth - 1)}}};
    case 3:
      return negated_set();
    default:
      return {ast::PathRepeat{path(depth - 1), static_cast<ast::PathModifier>(below(3))}};
  }
}

ast::Path QueryGenerator::negated_set() {
  ast::PathNegatedSet set;
  if (chance(70)) set.forward.push_back(predicate());
  if (set.forward.empty() || chance(40)) set.inverse.push_back(predicate());
  return {set};
}

ast::TriplesBlock QueryGenerator::block() {
  ast::TriplesBlock out;
  block_label_ = fresh("b");  // a label belongs to one block
  const std::size_t triples = is_focused() && chance(70) ? 1 : 1 + below(2);
  for (std::size_t i = 0; i < triples; ++i) out.triples.push_back(triple());
  near_.clear();
  for (const ast::TriplePattern& triple : out.triples)
    for (const ast::Node* end : {&triple.subject, &triple.object})
      if (const auto* variable = std::get_if<ast::Variable>(end)) near_.push_back(*variable);
  return out;
}

ast::InlineData QueryGenerator::values() {
  ast::InlineData out{{{"x"}, {"y"}}, {}};
  const std::size_t rows = 1 + below(3);
  for (std::size_t i = 0; i < rows; ++i)
    out.rows.push_back(
        {chance(10) ? std::nullopt : std::optional(node_iri()),
         chance(40) ? std::nullopt : std::optional(chance(50) ? literal() : Term::iri("urn:n1"))});
  return out;
}

/// In a graph or in each, whatever the pattern begins with.
ast::PatternElement QueryGenerator::graph_pattern(int depth) {
  ast::GroupGraphPattern inner;
  const std::size_t elements = 1 + below(3);
  for (std::size_t i = 0; i < elements; ++i) add(inner, element(chance(30) ? 0 : depth));
  return {ast::GraphPattern{chance(65) ? ast::Node(variable()) : ast::Node(graph()), inner}, {}};
}

/// One branch of a UNION: often what projects or cuts.
ast::GroupGraphPattern QueryGenerator::alternative(int depth) {
  if (depth == 0 || chance(55)) return group(depth);
  ast::GroupGraphPattern out;
  if (chance(50)) {
    out.elements.push_back({ast::SubSelect{select(depth - 1)}, {}});
    cut_subselect(*std::get<ast::SubSelect>(out.elements.front().node).query);
    return out;
  }
  out.elements.push_back(subselect(depth - 1));
  add(out, {block(), {}});
  return out;
}

ast::PatternElement QueryGenerator::choice(int depth) {
  return {ast::GroupOrUnionPattern{{alternative(depth), alternative(depth)}}, {}};
}

/// The endpoint has the data of the case, with blank nodes of its own.
ast::PatternElement QueryGenerator::service() {
  ast::GroupGraphPattern inner;
  inner.elements.push_back({block(), {}});
  if (chance(30)) inner.elements.push_back({ast::OptionalPattern{group(0)}, {}});
  if (chance(30)) inner.elements.push_back({ast::Filter{condition(0)}, {}});
  return {ast::ServicePattern{chance(20), Term::iri(std::string(kEndpoint)), inner}, {}};
}

/// Stands alone in its braces, as the grammar wants it.
ast::PatternElement QueryGenerator::subselect(int depth) {
  ast::SelectQuery query = select(depth);
  if (chance(40)) cut_subselect(query);
  ast::GroupGraphPattern only;
  only.elements.push_back({ast::SubSelect{std::move(query)}, {}});
  return {ast::GroupOrUnionPattern{{std::move(only)}}, {}};
}

ast::PatternElement QueryGenerator::element(int depth) {
  if (depth == 0) return {block(), {}};
  switch (below(15)) {
    case 0:
    case 1:
      return {ast::OptionalPattern{group(depth - 1)}, {}};
    case 2:
      return {ast::MinusPattern{group(depth - 1)}, {}};
    case 3:
      return choice(depth - 1);
    case 4:
      return {ast::GroupOrUnionPattern{{group(depth - 1)}}, {}};
    case 5:
    case 6:
      return graph_pattern(depth - 1);
    case 7:
    case 8:
      return {ast::Filter{condition(2)}, {}};
    case 9:
      return {ast::Filter{equality()}, {}};
    case 10:
      return {ast::Bind{expression(2), {fresh("f")}}, {}};
    case 11:
      return {values(), {}};
    case 12:
      return subselect(depth - 1);
    case 13:
      if (chance(20)) return service();
      break;
    default:
      break;
  }
  return {block(), {}};
}

/// Neighbouring triples share a block, as the parser says.
void QueryGenerator::add(ast::GroupGraphPattern& group, ast::PatternElement next) {
  auto* triples = std::get_if<ast::TriplesBlock>(&next.node);
  auto* last = group.elements.empty() ? nullptr
                                      : std::get_if<ast::TriplesBlock>(&group.elements.back().node);
  if (last == nullptr || triples == nullptr) {
    group.elements.push_back(std::move(next));
    return;
  }
  std::move(triples->triples.begin(), triples->triples.end(), std::back_inserter(last->triples));
}

ast::GroupGraphPattern QueryGenerator::group(int depth) {
  ast::GroupGraphPattern out;
  add(out, element(chance(70) ? 0 : depth));
  const std::size_t more = below(3);
  for (std::size_t i = 0; i < more; ++i) add(out, element(depth));
  return out;
}

/// Triples, conditions about them and the outside, optional parts, choices, graphs and EXISTS
/// again: where the specification's substitution is clear.
ast::GroupGraphPattern QueryGenerator::exists_pattern(int depth) {
  ast::GroupGraphPattern out;
  out.elements.push_back({block(), {}});
  if (depth > 0 && chance(15)) {
    out.elements.push_back({ast::GroupOrUnionPattern{{exists_pattern(0), exists_pattern(0)}}, {}});
  }
  if (depth > 0 && chance(15))
    out.elements.push_back({ast::GraphPattern{ast::Node(graph()), exists_pattern(0)}, {}});
  if (chance(25)) out.elements.push_back({ast::OptionalPattern{group(0)}, {}});
  if (chance(50)) out.elements.push_back({ast::Filter{equality()}, {}});
  if (chance(30)) out.elements.push_back({ast::Filter{condition(depth > 1 ? 1 : 0)}, {}});
  return out;
}

}  // namespace dossier::naive
