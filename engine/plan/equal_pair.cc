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

/// The two different variables that are compared, if both sides are variables.
std::optional<EqualPair> pair_of(const std::vector<ast::Expression>* sides, bool same_term,
                                 const VariableTable& variables) {
  if (sides == nullptr) return std::nullopt;
  EqualPair result{};
  result.same_term = same_term;
  const auto slot = [&](std::size_t side) {
    const auto* variable = std::get_if<ast::Variable>(&(*sides)[side].node);
    return variable != nullptr ? variables.find(variable->name) : std::nullopt;
  };
  if (!slot(0) || !slot(1) || *slot(0) == *slot(1)) return std::nullopt;
  result.left = *slot(0);
  result.right = *slot(1);
  return result;
}

/// The operands of an operation, if it is this one.
const std::vector<ast::Expression>* operands_of(const ast::Expression& condition,
                                                ast::Operator op) {
  const auto* operation = std::get_if<ast::Operation>(&condition.node);
  return operation != nullptr && operation->op == op ? &operation->operands : nullptr;
}

}  // namespace

std::optional<EqualPair> equal_pair(const ast::Expression& condition,
                                    const VariableTable& variables) {
  if (const auto* call = std::get_if<ast::BuiltinCall>(&condition.node))
    return pair_of(call->function == ast::Builtin::sameterm ? &call->arguments : nullptr, true,
                   variables);
  return pair_of(operands_of(condition, ast::Operator::equal), false, variables);
}

std::optional<EqualPair> unequal_pair(const ast::Expression& condition,
                                      const VariableTable& variables) {
  if (const auto* negated = operands_of(condition, ast::Operator::logical_not))
    return equal_pair(negated->front(), variables);
  return pair_of(operands_of(condition, ast::Operator::not_equal), false, variables);
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
