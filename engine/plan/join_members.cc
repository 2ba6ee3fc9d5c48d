// SPDX-License-Identifier: Apache-2.0
// What a join group consists of.
#include <algorithm>
#include <string>
#include <utility>

#include "engine/plan/join_group.h"
#include "engine/plan/join_order.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

/// What finding an order keeps for each member and each variable of it: entries of sets and maps.
constexpr std::size_t kOrderBytes = 48;

algebra::Binds certain_binds(SlotSet slots) { return {slots, slots}; }

}  // namespace

bool Outside::contains(Slot slot) const {
  for (const Outside* at = this; at != nullptr; at = at->around_) {
    if (at->slots_ != nullptr && at->slots_->contains(slot)) return true;
    if (at->all_ == nullptr) continue;
    const auto count = at->all_->find(slot);
    if (count == at->all_->end()) continue;
    if (count->second > (at->own_->contains(slot) ? 1U : 0U)) return true;
  }
  return false;
}

void JoinGroup::collect(const algebra::Node& node, const ActiveGraph& graph,
                        const SlotSet& outside) {
  add_member(node, graph, Outside(outside));
}

void JoinGroup::add_member(const algebra::Node& node, const ActiveGraph& graph,
                           const Outside& outside) {
  planner_.limits_.work(kMemberWork);
  if (std::holds_alternative<algebra::Unit>(node.node)) return;
  if (const auto* bgp = std::get_if<algebra::Bgp>(&node.node)) {
    add_bgp(*bgp, graph);
  } else if (const auto* path = std::get_if<algebra::PathPattern>(&node.node)) {
    add_path(*path, graph);
  } else if (std::holds_alternative<algebra::Join>(node.node)) {
    with_stack([&] { add_joined(node, graph, outside); });
  } else if (const auto* filter = std::get_if<algebra::Filter>(&node.node)) {
    add_filter(*filter, node, graph, outside);
  } else if (const auto* named = std::get_if<algebra::Graph>(&node.node)) {
    add_graph(*named, node, graph, outside);
  } else {
    add_sub_plan(node, graph);
  }
}

// Joins of joins are taken together, from left to right.
void JoinGroup::add_joined(const algebra::Node& node, const ActiveGraph& graph,
                           const Outside& outside) {
  std::vector<const algebra::Node*> parts;
  std::vector<const algebra::Node*> open{&node};
  bool asks = false;  // for what is outside of it
  while (!open.empty()) {
    const algebra::Node* part = open.back();
    open.pop_back();
    if (const auto* join = std::get_if<algebra::Join>(&part->node)) {
      open.push_back(&*join->right);
      open.push_back(&*join->left);
      continue;
    }
    asks = asks || std::holds_alternative<algebra::Filter>(part->node) ||
           std::holds_alternative<algebra::Graph>(part->node);
    parts.push_back(part);
  }
  std::vector<SlotSet> own(parts.size());
  SlotCounts all;
  for (std::size_t i = 0; asks && i < parts.size(); ++i) {
    own[i] = planner_.binds_in(*parts[i], graph).possible;
    for (Slot slot : own[i]) ++all[slot];
    held_.add(own[i].size() * sizeof(Slot));
  }
  hold(all);
  for (std::size_t i = 0; i < parts.size(); ++i)
    add_member(*parts[i], graph, Outside(outside, all, own[i]));
}

void JoinGroup::add_bgp(const algebra::Bgp& bgp, const ActiveGraph& graph) {
  for (const algebra::TriplePattern& triple : bgp.triples) {
    planner_.limits_.work(kMemberWork);
    Leaf leaf;
    leaf.graph = graph;
    leaf.pattern = resolve(triple, graph, planner_.terms_);
    leaf.binds = certain_binds(slots_of(leaf.pattern));
    leaf.statistics = std::make_shared<PatternStatistics>(leaf.pattern, planner_.source_);
    add_leaf(std::move(leaf));
  }
  for (const algebra::TripleTermPattern& term : bgp.triple_terms) {
    Leaf leaf;
    leaf.kind = Leaf::Kind::triple_term;
    leaf.graph = graph;
    leaf.unnest = {term.term, resolve(term.subject, planner_.terms_),
                   resolve(term.predicate, planner_.terms_), resolve(term.object, planner_.terms_)};
    SlotSet slots{term.term};
    for (const Item* item : {&leaf.unnest.subject, &leaf.unnest.predicate, &leaf.unnest.object}) {
      if (const auto* slot = std::get_if<Slot>(item)) slots.insert(*slot);
    }
    leaf.binds = certain_binds(std::move(slots));
    leaf.terms = terms_found(leaf.unnest, planner_.source_);
    add_leaf(std::move(leaf));
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
  add_leaf(std::move(leaf));
}

// A condition may wait for the whole group when nothing outside its node can bind what it reads
// unbound there.
void JoinGroup::add_filter(const algebra::Filter& filter, const algebra::Node& node,
                           const ActiveGraph& graph, const Outside& outside) {
  if (std::holds_alternative<algebra::Exists>(filter.child->node)) {
    add_sub_plan(node, graph);
    return;
  }
  const SlotSet reads = planner_.reads(filter.conditions);
  const bool may_change =
      std::any_of(reads.begin(), reads.end(), [&](Slot slot) { return outside.contains(slot); });
  if (may_change) {
    const algebra::Binds inner = planner_.binds_in(*filter.child, graph);
    const bool fixed = std::all_of(reads.begin(), reads.end(), [&](Slot slot) {
      return inner.certain.contains(slot) || !outside.contains(slot);
    });
    if (!fixed) return add_sub_plan(node, graph);
  }
  for (const ast::Expression& condition : filter.conditions) add_condition(condition);
  with_stack([&] { add_member(*filter.child, graph, outside); });
}

void JoinGroup::add_condition(ast::Expression condition) {
  SlotSet reads = algebra::reads(condition, planner_.variables_);
  planner_.count(condition);
  held_.add(sizeof(Condition) + kOrderBytes + reads.size() * (sizeof(Slot) + kOrderBytes));
  conditions_.push_back({std::move(condition), std::move(reads)});
}

void JoinGroup::add_leaf(Leaf leaf) {
  const std::size_t slots = leaf.binds.certain.size() + leaf.binds.possible.size();
  held_.add(sizeof(Leaf) + sizeof(PatternStatistics) + kOrderBytes + slots * sizeof(Slot) +
            (leaf.kind == Leaf::Kind::sub_plan ? 0 : slots * kOrderBytes));
  leaves_.push_back(std::move(leaf));
}

void JoinGroup::add_graph(const algebra::Graph& graph, const algebra::Node& node,
                          const ActiveGraph& active, const Outside& outside) {
  const std::optional<ActiveGraph> simple = planner_.simple_graph(graph);
  if (simple)
    with_stack([&] { add_member(*graph.child, *simple, outside); });
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
  add_leaf(std::move(leaf));
}

void JoinGroup::add_seed(const SeedInput& seed) {
  Leaf leaf;
  leaf.kind = Leaf::Kind::seed;
  leaf.binds = {seed.certain, seed.possible};
  leaf.binds.certain.insert(seed.row);
  leaf.binds.possible.insert(seed.row);
  leaf.estimate = {seed.rows, seed.rows, std::nullopt};
  seed_ = &seed;
  add_leaf(std::move(leaf));
}

namespace {

void append_item(std::string& text, const Item& item, const VariableTable& variables) {
  if (const auto* slot = std::get_if<Slot>(&item))
    text += "?" + variables.name(*slot);
  else
    text += std::to_string(std::get<TermId>(item).bits());
  text += ' ';
}

/// What a member is, in words that do not depend on where it stands; the kinds that need no more
/// than their variables have those.
std::string words_of(const Leaf& leaf, const VariableTable& variables) {
  std::string words(1, static_cast<char>('0' + static_cast<int>(leaf.kind)));
  if (leaf.kind == Leaf::Kind::triple) {
    for (const Item* item : {&leaf.pattern.subject, &leaf.pattern.predicate, &leaf.pattern.object})
      append_item(words, *item, variables);
  }
  for (const Slot slot : in_order_of_names(leaf.binds.possible, variables))
    append_item(words, slot, variables);
  return words;
}

}  // namespace

void JoinGroup::order_members() {
  constexpr std::size_t kMostMembers = 64;
  if (leaves_.size() < 2 || leaves_.size() > kMostMembers) return;
  std::vector<std::pair<std::string, std::size_t>> order;
  for (std::size_t i = 0; i < leaves_.size(); ++i)
    order.emplace_back(words_of(leaves_[i], planner_.variables_), i);
  std::sort(order.begin(), order.end());
  Leaves ordered;
  for (const auto& [words, member] : order) ordered.push_back(std::move(leaves_[member]));
  leaves_ = std::move(ordered);
}

}  // namespace dossier::plan
