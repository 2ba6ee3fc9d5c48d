// SPDX-License-Identifier: Apache-2.0
// A join group's sub-plans, value ranges and order.
#include "engine/plan/join_group.h"

#include <algorithm>
#include <utility>

#include "engine/plan/join_order.h"

namespace dossier::plan {

// A sub-plan must give what the group's result needs and what its other members join on.
void JoinGroup::hold(const SlotCounts& counts) {
  held_.add(counts.size() * (sizeof(SlotCounts::value_type) + kEntry));
}

void JoinGroup::plan_sub_plans() {
  const auto is_sub_plan = [](const Leaf& leaf) { return leaf.kind == Leaf::Kind::sub_plan; };
  if (std::none_of(leaves_.begin(), leaves_.end(), is_sub_plan)) return;
  SlotCounts all;
  for (const Leaf& leaf : leaves_) {
    for (Slot slot : leaf.binds.possible) ++all[slot];
  }
  hold(all);
  SlotSet read;
  for (const Condition& condition : conditions_) add_all(read, condition.reads);
  for (Leaf& leaf : leaves_) {
    if (!is_sub_plan(leaf)) continue;
    planner_.limits_.check();
    const auto in_others = [&](Slot slot) {
      const auto count = all.find(slot);
      return count != all.end() && count->second > (leaf.binds.possible.contains(slot) ? 1U : 0U);
    };
    for (Slot slot : leaf.binds.possible) {
      if (context_.required.contains(slot) || in_others(slot) || read.contains(slot))
        leaf.wanted.insert(slot);
    }
    leaf.estimate = planner_.estimate(*leaf.node, {leaf.graph, leaf.wanted, nullptr});
    leaf.seedable = planner_.is_seedable(*leaf.node, leaf.graph, in_others);
  }
}

// All members' rows are joined and then filtered, so that each pattern may leave out at once what a
// condition will.
void JoinGroup::confine_values() {
  if (!planner_.options_.passes.on(planner_switch::kValueRanges)) return;
  if (conditions_.empty()) return;
  std::unordered_map<Slot, std::vector<std::size_t>> by_object;
  for (std::size_t i = 0; i < leaves_.size(); ++i) {
    if (leaves_[i].kind != Leaf::Kind::triple) continue;
    if (const auto* slot = std::get_if<Slot>(&leaves_[i].pattern.object))
      by_object[*slot].push_back(i);
  }
  for (Condition& condition : conditions_) {
    planner_.limits_.work(kMemberWork);
    const auto range = value_range(condition.expression, planner_.variables_, planner_.terms_);
    if (!range) continue;
    for (const std::size_t number : by_object[range->variable]) {
      Leaf& leaf = leaves_[number];
      const auto [own, is_new] = leaf.ranges.try_emplace(range->variable, range->ranges);
      if (!is_new) own->second = common(own->second, range->ranges);
      leaf.statistics->confine(range->variable, own->second);
      condition.is_range = true;
    }
  }
}

NodePtr JoinGroup::plan() {
  if (leaves_.empty()) {
    NodePtr unit = make_node(Unit{}, {});
    unit->rows = unit->cost = 1;
    std::vector<ast::Expression> conditions;
    for (Condition& condition : conditions_) conditions.push_back(std::move(condition.expression));
    return planner_.filtered(std::move(unit), std::move(conditions));
  }
  order_members();
  plan_sub_plans();
  confine_values();
  const PassSwitches& passes = planner_.options_.passes;
  const JoinOrderOptions options{passes.on(planner_switch::kJoinOrder),
                                 passes.on(planner_switch::kBushyJoins), context_.wanted};
  const JoinTreePtr tree =
      JoinOrder(leaves_, conditions_, planner_.variables_, options, planner_.limits_).choose();
  start_conditions();
  if (passes.on(planner_switch::kCycles)) {
    if (NodePtr plan = cycle(tree->step.early)) return plan;
  }
  algebra::Binds bound;
  return build(*tree, nullptr, nullptr, bound);
}

}  // namespace dossier::plan
