// SPDX-License-Identifier: Apache-2.0
// The physical nodes of a join group's steps.
#include <utility>

#include "engine/plan/join_group.h"

namespace dossier::plan {

NodePtr JoinGroup::scan(const Leaf& leaf, std::optional<Slot> key, const SlotSet& slots) {
  if (!key && !leaf.ranges.empty() && permutation_for(leaf.pattern, leaf.ranges.begin()->first))
    key = leaf.ranges.begin()->first;
  std::optional<storage::Permutation> permutation = permutation_for(leaf.pattern, key);
  if (!permutation) permutation = permutation_for(leaf.pattern, std::nullopt);
  // In a small graph the quads of the graph are fewer than those of the pattern.
  if (!key && is_single_graph(leaf.graph)) permutation = leaf.statistics->best_scan();
  Scan scan{leaf.pattern, *permutation, std::nullopt};
  if (key && leaf.ranges.contains(*key)) scan.ranges = leaf.ranges.at(*key);
  NodePtr node = make_node(std::move(scan), layout_of(slots));
  node->certain = slots;
  for (Slot slot : scan_order(leaf.pattern, *permutation)) {
    if (!slots.contains(slot)) break;
    node->order.push_back(slot);
  }
  node->rows = node->cost = leaf.statistics->rows();
  return node;
}

NodePtr JoinGroup::index_join(NodePtr before, const Leaf& leaf, Slot key, const SlotSet& slots) {
  NodePtr node = make_node(IndexJoin{leaf.pattern, *permutation_for(leaf.pattern, key), key},
                           layout_of(slots));
  node->certain = set_intersection(set_union(before->certain, leaf.binds.certain), slots);
  const bool ordered = !before->order.empty() && before->order.front() == key;
  if (ordered && slots.contains(key)) node->order = {key};
  node->children.push_back(std::move(before));
  return node;
}

std::vector<Slot> JoinGroup::shared_slots(const Node& left, const Node& right) const {
  return in_order_of_names(set_intersection(slots_of(left.layout), slots_of(right.layout)),
                           planner_.variables_);
}

NodePtr JoinGroup::merge_join(NodePtr before, NodePtr right, Slot key, const SlotSet& slots) {
  MergeJoin join{key, {}};
  for (Slot slot : shared_slots(*before, *right)) {
    if (slot != key) join.others.push_back(slot);
  }
  NodePtr node = make_node(std::move(join), layout_of(slots));
  node->certain = set_intersection(set_union(before->certain, right->certain), slots);
  if (slots.contains(key)) node->order = {key};
  node->children.push_back(std::move(before));
  node->children.push_back(std::move(right));
  return node;
}

NodePtr JoinGroup::hash_join(NodePtr left, NodePtr right, const SlotSet& slots) {
  HashJoin join;
  for (Slot slot : shared_slots(*left, *right)) {
    const bool certain = left->certain.contains(slot) && right->certain.contains(slot);
    (certain ? join.keys : join.uncertain).push_back(slot);
  }
  NodePtr node = make_node(std::move(join), layout_of(slots));
  node->certain = set_intersection(set_union(left->certain, right->certain), slots);
  // Rows come in the order of the streamed side; an uncertain order column may be filled in.
  for (Slot slot : left->order) {
    if (!slots.contains(slot) || !left->certain.contains(slot)) break;
    node->order.push_back(slot);
  }
  node->children.push_back(std::move(left));
  node->children.push_back(std::move(right));
  return node;
}

NodePtr JoinGroup::bind_join(NodePtr before, const Leaf& leaf, const SlotSet& slots) {
  const SeedInput seed = planner_.make_seed(*before, leaf.binds.possible, before->rows);
  Context context{leaf.graph,
                  set_intersection(set_union(slots, seed.possible), leaf.binds.possible), &seed};
  context.required.insert(seed.row);
  NodePtr inner = planner_.node(*leaf.node, context);
  NodePtr node = make_node(BindJoin{seed.number, seed.row, false}, layout_of(slots));
  node->certain = set_intersection(set_union(before->certain, inner->certain), slots);
  node->children.push_back(std::move(before));
  node->children.push_back(std::move(inner));
  return node;
}

NodePtr JoinGroup::path_step(NodePtr before, const Leaf& leaf, const SlotSet& slots) {
  Path path{resolve(leaf.path->subject, planner_.terms_), leaf.path->path,
            resolve(leaf.path->object, planner_.terms_), leaf.graph};
  NodePtr node = make_node(
      std::move(path),
      layout_of(set_intersection(slots, set_union(slots_of(before->layout), leaf.binds.possible))));
  node->certain = set_intersection(set_union(before->certain, leaf.binds.certain), slots);
  node->children.push_back(std::move(before));
  return node;
}

NodePtr JoinGroup::unnest(NodePtr before, const Leaf& leaf, const SlotSet& slots) {
  Unnest unnest = leaf.unnest;
  if (before->certain.contains(unnest.term)) {
    unnest.way = Unnest::Way::take_apart;
  } else {
    const bool all_known = std::all_of(
        leaf.binds.certain.begin(), leaf.binds.certain.end(),
        [&](Slot slot) { return slot == unnest.term || before->certain.contains(slot); });
    unnest.way = all_known ? Unnest::Way::find : Unnest::Way::search;
  }
  NodePtr node = make_node(std::move(unnest), layout_of(slots));
  node->certain = set_intersection(set_union(before->certain, leaf.binds.certain), slots);
  node->children.push_back(std::move(before));
  return node;
}

}  // namespace dossier::plan
