// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/passes.h"

#include <array>
#include <cassert>

#include "engine/algebra/walk.h"

namespace dossier::plan {

std::span<const Pass> passes() {
  static constexpr std::array<Pass, 8> kPasses = {{
      {"constant folding", fold_constants},
      {"filter splitting", split_filters},
      {"empty patterns", drop_empty},
      {"equality to join", equalities_to_joins},
      {"filter push-down", push_filters_down},
      {"equal variables", equal_variables},
      {"equality keys", equality_keys},
      {"optionals last", optionals_last},
  }};
  return kPasses;
}

std::vector<std::string> all_switches() {
  std::vector<std::string> names;
  for (const Pass& pass : passes()) names.emplace_back(pass.name);
  for (const std::string_view name :
       {planner_switch::kJoinOrder, planner_switch::kProjectionPruning, planner_switch::kTopK,
        planner_switch::kBindJoin, planner_switch::kValueRanges, planner_switch::kBushyJoins,
        planner_switch::kCycles, planner_switch::kParts})
    names.emplace_back(name);
  return names;
}

void rewrite(algebra::Node& root, VariableTable& variables, EvaluationContext& expressions,
             const PassSwitches& switches) {
  const PassContext context{variables, expressions,
                            [&expressions](std::size_t units) { expressions.work(units); }};
  for (const Pass& pass : passes()) {
    if (!switches.on(pass.name)) continue;
#ifndef NDEBUG
    const algebra::SlotSet before = algebra::binds(root).possible;
    const std::size_t known = variables.size();
#endif
    pass.apply(root, context);
#ifndef NDEBUG
    // A pass may find that a variable is never bound, but never invent one that somebody reads.
    for (Slot slot : algebra::binds(root).possible) assert(slot >= known || before.contains(slot));
#endif
  }
}

}  // namespace dossier::plan
