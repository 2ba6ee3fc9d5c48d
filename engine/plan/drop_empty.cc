// SPDX-License-Identifier: Apache-2.0
// Empty patterns: a condition that is false empties its pattern, one that is true goes away, and
// emptiness spreads.
#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/walk.h"
#include "engine/plan/passes.h"

namespace dossier::plan {

namespace {

bool is_empty(const algebra::Node& node) {
  return std::holds_alternative<algebra::Empty>(node.node);
}

bool is_boolean(const ast::Expression& expression, bool value) {
  const auto* term = std::get_if<Term>(&expression.node);
  return term != nullptr && *term == Term::boolean(value);
}

/// Puts a node's own part in the node's place.
void become(algebra::Node& node, algebra::Node& part) {
  algebra::Node kept = std::move(part);
  node = std::move(kept);
}

void simplify(algebra::Node& node, algebra::Filter& filter) {
  auto& conditions = filter.conditions;
  const bool never = std::any_of(conditions.begin(), conditions.end(),
                                 [](const auto& c) { return is_boolean(c, false); });
  if (never || is_empty(*filter.child)) {
    node.node = algebra::Empty{};
    return;
  }
  std::erase_if(conditions, [](const auto& c) { return is_boolean(c, true); });
  if (conditions.empty()) become(node, *filter.child);
}

}  // namespace

void drop_empty(algebra::Node& root, const PassContext& context) {
  algebra::each_child(root, [&context](algebra::Node& child) { drop_empty(child, context); });
  std::visit(Overloaded{
                 [&](algebra::Filter& n) { simplify(root, n); },
                 [&](algebra::Join& n) {
                   if (is_empty(*n.left) || is_empty(*n.right)) root.node = algebra::Empty{};
                 },
                 [&](algebra::LeftJoin& n) {
                   if (is_empty(*n.left))
                     root.node = algebra::Empty{};
                   else if (is_empty(*n.right))
                     become(root, *n.left);
                 },
                 [&](algebra::Minus& n) {
                   if (is_empty(*n.left))
                     root.node = algebra::Empty{};
                   else if (is_empty(*n.right))
                     become(root, *n.left);
                 },
                 [&](algebra::Union& n) {
                   std::erase_if(n.branches, is_empty);
                   if (n.branches.empty())
                     root.node = algebra::Empty{};
                   else if (n.branches.size() == 1)
                     become(root, n.branches.front());
                 },
                 [](auto&) {},
             },
             root.node);
}

}  // namespace dossier::plan
