// SPDX-License-Identifier: Apache-2.0
// What a join group consists of.
#include "engine/plan/join_group.h"

#include "engine/plan/join_order.h"

#include <algorithm>
#include <utility>

#include "model/stack.h"

namespace dossier::plan {

namespace {

algebra::Binds certain_binds(SlotSet slots) { return {slots, slots}; }

}  // namespace

void JoinGroup::collect(const algebra::Node& node, const ActiveGraph& graph,
                        const SlotSet& outside) {
  if (std::holds_alternative<algebra::Unit>(node.node)) return;
  if (const auto* bgp = std::get_if<algebra::Bgp>(&node.node)) {
    add_bgp(*bgp, graph);
  } else if (const auto* path = std::get_if<algebra::PathPattern>(&node.node)) {
    add_path(*path, graph);
  } else if (const auto* join = std::get_if<algebra::Join>(&node.node)) {
    const SlotSet left = planner_.binds_in(*join->left, graph).possible;
    const SlotSet right = planner_.binds_in(*join->right, graph).possible;
    with_stack([&] { collect(*join->left, graph, set_union(outside, right)); });
    with_stack([&] { collect(*join->right, graph, set_union(outside, left)); });
  } else if (const auto* filter = std::get_if<algebra::Filter>(&node.node)) {
    add_filter(*filter, node, graph, outside);
  } else if (const auto* named = std::get_if<algebra::Graph>(&node.node)) {
    add_graph(*named, node, graph, outside);
  } else {
    add_sub_plan(node, graph);
  }
}

void JoinGroup::add_bgp(const algebra::Bgp& bgp, const ActiveGraph& graph) {
  for (const algebra::TriplePattern& triple : bgp.triples) {
    Leaf leaf;
    leaf.graph = graph;
    leaf.pattern = resolve(triple, graph, planner_.terms_);
    leaf.binds = certain_binds(slots_of(leaf.pattern));
    leaf.statistics = std::make_shared<PatternStatistics>(leaf.pattern, planner_.source_);
    leaves_.push_back(std::move(leaf));
  }
  for (const algebra::TripleTermPattern& term : bgp.triple_terms) {
    Leaf leaf;
    leaf.kind = Leaf::Kind::triple_term;
    leaf.graph = graph;
    leaf.unnest = {term.term, resolve(term.subject, planner_.terms_),
                   resolve(term.predicate, planner_.terms_), resolve(term.object, planner_.terms_),
                   false};
    SlotSet slots{term.term};
    for (const Item* item : {&leaf.unnest.subject, &leaf.unnest.predicate, &leaf.unnest.object}) {
      if (const auto* slot = std::get_if<Slot>(item)) slots.insert(*slot);
    }
    leaf.binds = certain_binds(std::move(slots));
    leaves_.push_back(std::move(leaf));
  }
}

void JoinGroup::add_path(const algebra::PathPattern& path, const ActiveGraph& graph) {
  Leaf leaf;
  leaf.kind = Leaf::Kind::path;
  leaf.graph = graph;
  leaf.path = &path;
  SlotSet slots;
  if (const auto* slot = std::get_if<Slot>(&path.subject)) slots.insert(*slot);
  if (const auto* slot = std::get_if<Slot>(&path.object)) slots.insert(*slot);
  leaf.binds = certain_binds(std::move(slots));
  leaves_.push_back(std::move(leaf));
}

// A condition may wait for the whole group when nothing outside its node can bind what it reads
// unbound there.
void JoinGroup::add_filter(const algebra::Filter& filter, const algebra::Node& node,
                           const ActiveGraph& graph, const SlotSet& outside) {
  const algebra::Binds inner = planner_.binds_in(*filter.child, graph);
  if (std::holds_alternative<algebra::Exists>(filter.child->node)) {
    add_sub_plan(node, graph);
    return;
  }
  const SlotSet reads = planner_.reads(filter.conditions);
  if (!is_subset(set_intersection(reads, outside), inner.certain)) {
    add_sub_plan(node, graph);
    return;
  }
  for (const ast::Expression& condition : filter.conditions) add_condition(condition);
  with_stack([&] { collect(*filter.child, graph, outside); });
}

void JoinGroup::add_condition(const ast::Expression& condition) {
  conditions_.push_back({condition, algebra::reads(condition, planner_.variables_)});
}

void JoinGroup::add_graph(const algebra::Graph& graph, const algebra::Node& node,
                          const ActiveGraph& active, const SlotSet& outside) {
  const std::optional<ActiveGraph> simple = planner_.simple_graph(graph);
  if (simple)
    with_stack([&] { collect(*graph.child, *simple, outside); });
  else
    add_sub_plan(node, active);
}

void JoinGroup::add_sub_plan(const algebra::Node& node, const ActiveGraph& graph) {
  Leaf leaf;
  leaf.kind = Leaf::Kind::sub_plan;
  leaf.graph = graph;
  leaf.node = &node;
  if (const auto* service = std::get_if<algebra::Service>(&node.node)) {
    if (const auto* slot = std::get_if<Slot>(&service->name)) leaf.needs = *slot;
  }
  leaf.binds = planner_.binds_in(node, graph);
  leaves_.push_back(std::move(leaf));
}

void JoinGroup::add_seed(const SeedInput& seed) {
  Leaf leaf;
  leaf.kind = Leaf::Kind::seed;
  leaf.binds = {seed.certain, seed.possible};
  leaf.binds.certain.insert(seed.row);
  leaf.binds.possible.insert(seed.row);
  leaf.estimate = {seed.rows, seed.rows, std::nullopt};
  seed_ = &seed;
  leaves_.push_back(std::move(leaf));
}

// A sub-plan must give what the group's result needs and what its other members join on.
void JoinGroup::plan_sub_plans() {
  for (Leaf& leaf : leaves_) {
    if (leaf.kind != Leaf::Kind::sub_plan) continue;
    SlotSet wanted = context_.required;
    SlotSet others;
    for (const Leaf& other : leaves_) {
      if (&other != &leaf) others = set_union(others, other.binds.possible);
    }
    wanted = set_union(wanted, others);
    for (const Condition& condition : conditions_) wanted = set_union(wanted, condition.reads);
    leaf.wanted = set_intersection(wanted, leaf.binds.possible);
    leaf.estimate = planner_.estimate(*leaf.node, {leaf.graph, leaf.wanted, nullptr});
    leaf.seedable = planner_.is_seedable(*leaf.node, leaf.graph, others);
  }
}

// All members' rows are joined and then filtered, so that each pattern may leave out at once what a
// condition will.
void JoinGroup::confine_values() {
  if (!planner_.options_.passes.on(planner_switch::kValueRanges)) return;
  for (Condition& condition : conditions_) {
    const auto range = value_range(condition.expression, planner_.variables_, planner_.terms_);
    if (!range) continue;
    for (Leaf& leaf : leaves_) {
      if (leaf.kind != Leaf::Kind::triple) continue;
      if (leaf.pattern.object != Item{range->variable}) continue;
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
  plan_sub_plans();
  confine_values();
  const PassSwitches& passes = planner_.options_.passes;
  const JoinOrderOptions options{passes.on(planner_switch::kJoinOrder),
                                 passes.on(planner_switch::kBushyJoins)};
  const JoinTreePtr tree = JoinOrder(leaves_, conditions_, options, planner_.limits_).choose();
  Above above{context_.required, {}};
  if (context_.seed != nullptr) above.needed.insert(context_.seed->row);
  applied_.assign(conditions_.size(), false);
  algebra::Binds bound;
  return build(*tree, above, bound);
}

}  // namespace dossier::plan
