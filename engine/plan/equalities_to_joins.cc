// SPDX-License-Identifier: Apache-2.0
// Equality to join: FILTER(?x = <iri>) and sameTerm(?x, term) over patterns put the term into the
// patterns, where the index finds it.
//
// Two places keep the variable. Inside EXISTS, one that the row outside may bind: the condition is
// about the row's value (SPARQL 1.1, section 18.6). At the end of a path that may have no step: a
// term there matches itself, a variable only the nodes of the graph (section 18.5).
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/path_length.h"
#include "engine/algebra/walk.h"
#include "engine/plan/passes.h"
#include "engine/plan/pattern_filters.h"

namespace dossier::plan {

namespace {

struct Equality {
  Slot variable;
  Term term;
};

/// Of a condition that holds exactly for one term. `=` compares values, which only for IRIs is the
/// same as comparing terms.
std::optional<Equality> equality(const ast::Expression& condition, const VariableTable& variables) {
  const std::vector<ast::Expression>* sides = nullptr;
  bool any_term = false;
  if (const auto* operation = std::get_if<ast::Operation>(&condition.node)) {
    if (operation->op == ast::Operator::equal) sides = &operation->operands;
  } else if (const auto* call = std::get_if<ast::BuiltinCall>(&condition.node)) {
    if (call->function == ast::Builtin::sameterm) sides = &call->arguments;
    any_term = true;
  }
  if (sides == nullptr) return std::nullopt;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto* variable = std::get_if<ast::Variable>(&(*sides)[i].node);
    const auto* term = std::get_if<Term>(&(*sides)[1 - i].node);
    if (variable == nullptr || term == nullptr || !(any_term || term->is_iri())) continue;
    if (const std::optional<Slot> slot = variables.find(variable->name))
      return Equality{*slot, *term};
  }
  return std::nullopt;
}

/// Puts the term in wherever it may stand for the variable.
void put_in(algebra::Node& node, const Equality& equality) {
  const auto replace = [&equality](algebra::Item& item) {
    const auto* slot = std::get_if<Slot>(&item);
    if (slot != nullptr && *slot == equality.variable) item = equality.term;
  };
  std::visit(Overloaded{
                 [&](algebra::Bgp& bgp) {
                   for (algebra::TriplePattern& t : bgp.triples) {
                     replace(t.subject);
                     replace(t.predicate);
                     replace(t.object);
                   }
                   for (algebra::TripleTermPattern& t : bgp.triple_terms) {
                     replace(t.subject);
                     replace(t.predicate);
                     replace(t.object);
                   }
                 },
                 [&](algebra::PathPattern& path) {
                   if (algebra::may_have_no_step(path.path)) return;
                   replace(path.subject);
                   replace(path.object);
                 },
                 [](auto&) {},
             },
             node.node);
  algebra::each_child(node, [&](algebra::Node& child) { put_in(child, equality); });
}

/// Puts the term into the pattern, whose solutions keep the variable.
void join_with(algebra::Node& pattern, const Equality& equality) {
  put_in(pattern, equality);
  algebra::Node rest = std::move(pattern);
  if (algebra::binds(rest).possible.contains(equality.variable)) {
    algebra::Values row{{equality.variable}, {{equality.term}}};
    pattern = algebra::Node{algebra::Join{algebra::Node{std::move(row)}, std::move(rest)}};
  } else {
    pattern =
        algebra::Node{algebra::Extend{equality.variable, {equality.term, {}}, std::move(rest)}};
  }
}

void rewrite(algebra::Node& node, Around& outside, const PassContext& context) {
  auto& filter = std::get<algebra::Filter>(node.node);
  std::optional<Equality> found;
  const auto taken = std::find_if(
      filter.conditions.begin(), filter.conditions.end(), [&](const ast::Expression& condition) {
        found = equality(condition, context.variables);
        return found && algebra::binds_certainly(*filter.child, found->variable, context.work) &&
               !outside.contains(found->variable);
      });
  if (taken == filter.conditions.end()) return;
  filter.conditions.erase(taken);
  join_with(*filter.child, *found);
  if (!filter.conditions.empty()) return;
  algebra::Node child = std::move(*filter.child);
  node = std::move(child);
}

}  // namespace

void equalities_to_joins(algebra::Node& root, const PassContext& context) {
  each_pattern_filter(root, context.work, [&context](algebra::Node& node, Around& outside) {
    rewrite(node, outside, context);
  });
}

}  // namespace dossier::plan
