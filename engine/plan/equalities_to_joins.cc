// SPDX-License-Identifier: Apache-2.0
// Equality to join: FILTER(?x = <iri>) and sameTerm(?x, term) over patterns put the term into the
// patterns, where the index finds it.
#include <optional>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/walk.h"
#include "engine/plan/passes.h"

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

/// Patterns and joins of patterns only: nothing in them reads or computes.
bool is_pattern(const algebra::Node& node) {
  if (const auto* join = std::get_if<algebra::Join>(&node.node))
    return is_pattern(*join->left) && is_pattern(*join->right);
  return std::holds_alternative<algebra::Bgp>(node.node) ||
         std::holds_alternative<algebra::PathPattern>(node.node);
}

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
                   replace(path.subject);
                   replace(path.object);
                 },
                 [](auto&) {},
             },
             node.node);
  algebra::each_child(node, [&](algebra::Node& child) { put_in(child, equality); });
}

}  // namespace

void equalities_to_joins(algebra::Node& root, const PassContext& context) {
  algebra::each_child(root, [&](algebra::Node& child) { equalities_to_joins(child, context); });
  auto* filter = std::get_if<algebra::Filter>(&root.node);
  if (filter == nullptr || !is_pattern(*filter->child)) return;
  for (auto it = filter->conditions.begin(); it != filter->conditions.end(); ++it) {
    const std::optional<Equality> found = equality(*it, context.variables);
    if (!found || !algebra::binds(*filter->child).certain.contains(found->variable)) continue;
    filter->conditions.erase(it);
    put_in(*filter->child, *found);
    algebra::Node child = std::move(*filter->child);
    *filter->child =
        algebra::Node{algebra::Extend{found->variable, {found->term, {}}, std::move(child)}};
    break;
  }
  if (!filter->conditions.empty()) return;
  algebra::Node child = std::move(*filter->child);
  root = std::move(child);
}

}  // namespace dossier::plan
