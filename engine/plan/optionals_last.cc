// SPDX-License-Identifier: Apache-2.0
// Optionals last: (A OPTIONAL B) joined with C becomes (A joined with C) OPTIONAL B where that is
// the same, so that all required patterns are ordered together.
#include <utility>

#include "engine/algebra/walk.h"
#include "engine/plan/passes.h"

namespace dossier::plan {

namespace {

using algebra::SlotSet;

bool may_swap(const algebra::LeftJoin& optional, const algebra::Node& other,
              const VariableTable& variables) {
  SlotSet inside = algebra::binds(*optional.right).possible;
  for (const ast::Expression& condition : optional.conditions) {
    const SlotSet reads = algebra::reads(condition, variables);
    inside.insert(reads.begin(), reads.end());
  }
  for (const algebra::Mark& mark : optional.marks) {
    const SlotSet mentions = algebra::mentions(*mark.pattern, variables);
    inside.insert(mentions.begin(), mentions.end());
  }
  const SlotSet certain = algebra::binds(*optional.left).certain;
  for (Slot slot : algebra::binds(other).possible) {
    if (inside.contains(slot) && !certain.contains(slot)) return false;
  }
  return true;
}

bool swap_one(algebra::Node& root, const VariableTable& variables) {
  auto* join = std::get_if<algebra::Join>(&root.node);
  if (join == nullptr) return false;
  for (auto [side, other] :
       {std::pair{&*join->left, &*join->right}, {&*join->right, &*join->left}}) {
    auto* optional = std::get_if<algebra::LeftJoin>(&side->node);
    if (optional == nullptr || !may_swap(*optional, *other, variables)) continue;
    algebra::LeftJoin above = std::move(*optional);
    algebra::Node left = std::move(*above.left);
    algebra::Node right = std::move(*other);
    *above.left = algebra::Node{algebra::Join{std::move(left), std::move(right)}};
    root.node = std::move(above);
    return true;
  }
  return false;
}

}  // namespace

void optionals_last(algebra::Node& root, const PassContext& context) {
  algebra::each_child(root, [&](algebra::Node& child) { optionals_last(child, context); });
  // The join that went down may hold another optional.
  algebra::Node* at = &root;
  while (swap_one(*at, context.variables)) at = &*std::get<algebra::LeftJoin>(at->node).left;
}

}  // namespace dossier::plan
