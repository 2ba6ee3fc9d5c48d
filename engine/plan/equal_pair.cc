// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/equal_pair.h"

#include <algorithm>
#include <vector>

#include "model/stack.h"

namespace dossier::plan {

namespace {

bool is_slot(const algebra::Item& item, Slot slot) {
  return std::holds_alternative<Slot>(item) && std::get<Slot>(item) == slot;
}

}  // namespace

std::optional<EqualPair> equal_pair(const ast::Expression& condition,
                                    const VariableTable& variables) {
  const std::vector<ast::Expression>* sides = nullptr;
  EqualPair result{};
  if (const auto* operation = std::get_if<ast::Operation>(&condition.node)) {
    if (operation->op == ast::Operator::equal) sides = &operation->operands;
  } else if (const auto* call = std::get_if<ast::BuiltinCall>(&condition.node)) {
    if (call->function == ast::Builtin::sameterm) sides = &call->arguments;
    result.same_term = true;
  }
  if (sides == nullptr) return std::nullopt;
  const auto slot = [&](std::size_t side) {
    const auto* variable = std::get_if<ast::Variable>(&(*sides)[side].node);
    return variable != nullptr ? variables.find(variable->name) : std::nullopt;
  };
  if (!slot(0) || !slot(1) || *slot(0) == *slot(1)) return std::nullopt;
  result.left = *slot(0);
  result.right = *slot(1);
  return result;
}

bool is_resource(const algebra::Node& node, Slot slot) {
  if (const auto* join = std::get_if<algebra::Join>(&node.node))
    return with_stack(
        [&] { return is_resource(*join->left, slot) || is_resource(*join->right, slot); });
  const auto* bgp = std::get_if<algebra::Bgp>(&node.node);
  return bgp != nullptr &&
         std::any_of(bgp->triples.begin(), bgp->triples.end(), [&](const auto& t) {
           return is_slot(t.subject, slot) || is_slot(t.predicate, slot);
         });
}

std::optional<OutsideNode> node_outside(const ast::Expression& condition,
                                        const algebra::Node& pattern,
                                        const VariableTable& variables) {
  const auto pair = equal_pair(condition, variables);
  if (!pair) return std::nullopt;
  if (is_resource(pattern, pair->right)) return OutsideNode{pair->left, pair->right};
  if (is_resource(pattern, pair->left)) return OutsideNode{pair->right, pair->left};
  return std::nullopt;
}

}  // namespace dossier::plan
