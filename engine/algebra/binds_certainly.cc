// SPDX-License-Identifier: Apache-2.0
// Whether a variable is bound in every solution, asked of one variable.
#include <algorithm>
#include <optional>
#include <vector>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/walk.h"
#include "model/stack.h"

namespace dossier::algebra {

namespace {

bool contains(const std::vector<Slot>& slots, Slot slot) {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

bool counts_into(const Group& group, Slot slot) {
  return std::any_of(group.aggregations.begin(), group.aggregations.end(), [slot](const auto& a) {
    return a.result == slot && a.aggregate.function == ast::AggregateFunction::count;
  });
}

/// What a node says of a variable itself; none: its base decides.
std::optional<bool> own_certainty(const Node& node, Slot slot, const Work& work) {
  using Answer = std::optional<bool>;
  const auto certain = [slot, &work](const Node& other) {
    return with_stack([&] { return binds_certainly(other, slot, work); });
  };
  const auto yes_if = [](bool yes) { return yes ? Answer(true) : std::nullopt; };
  return std::visit(
      Overloaded{
          [&](const Join& n) { return yes_if(certain(*n.right)); },
          [&](const Graph& n) { return yes_if(n.name == Item{slot}); },
          [&](const Extend& n) {
            return yes_if(n.variable == slot && std::holds_alternative<Term>(n.expression.node));
          },
          [&](const Exists& n) { return yes_if(n.result == slot); },
          [&](const Project& n) {
            return contains(n.variables, slot) ? std::nullopt : Answer(false);
          },
          [&](const Group& n) {
            if (counts_into(n, slot)) return Answer(true);
            return contains(n.keys, slot) ? std::nullopt : Answer(false);
          },
          [&](const Union& n) {
            return Answer(!n.branches.empty() &&
                          std::all_of(n.branches.begin(), n.branches.end(), certain));
          },
          [](const auto&) { return Answer(); },
      },
      node.node);
}

}  // namespace

bool binds_certainly(const Node& node, Slot slot, const Work& work) {
  for (const Node* at = &node;; at = base_of(*at)) {
    if (work) work(1);
    if (const auto answer = own_certainty(*at, slot, work)) return *answer;
    if (base_of(*at) == nullptr) return binds(*at, work).certain.contains(slot);
  }
}

}  // namespace dossier::algebra
