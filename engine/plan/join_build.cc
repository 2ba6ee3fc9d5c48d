// SPDX-License-Identifier: Apache-2.0
// The chosen order of a join group as physical nodes.
#include <algorithm>
#include <utility>

#include "engine/plan/join_group.h"
#include "model/stack.h"

namespace dossier::plan {

// Conditions are tested as soon as what they read is settled; until then their variables are kept.
NodePtr JoinGroup::build(const JoinTree& tree, const Above& above, algebra::Binds& bound) {
  NodePtr plan = with_stack([&] { return joined(tree, above, bound); });
  std::vector<ast::Expression> now;
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    if (applied_[i] || !is_settled(conditions_[i], bound, above.possible)) continue;
    applied_[i] = true;
    now.push_back(conditions_[i].expression);
  }
  if (!now.empty()) plan = planner_.filtered(std::move(plan), std::move(now));
  plan->rows = tree.step.rows;
  plan->cost = tree.step.cost;
  return plan;
}

NodePtr JoinGroup::joined(const JoinTree& tree, const Above& above, algebra::Binds& bound) {
  const auto keep = [&] {
    if (!planner_.prunes()) return bound.possible;
    SlotSet wanted = above.needed;
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
      if (!applied_[i]) wanted = set_union(wanted, conditions_[i].reads);
    }
    return set_intersection(wanted, bound.possible);
  };
  const auto take = [&bound](const algebra::Binds& more) {
    bound.certain = set_union(bound.certain, more.certain);
    bound.possible = set_union(bound.possible, more.possible);
  };
  const auto below = [&above](const SlotSet& other) {
    return Above{set_union(above.needed, other), set_union(above.possible, other)};
  };
  if (tree.right) {
    NodePtr left = build(*tree.left, below(possible_in(*tree.right)), bound);
    algebra::Binds right_bound;
    NodePtr right = build(*tree.right, below(bound.possible), right_bound);
    take(right_bound);
    return hash_join(std::move(left), std::move(right), keep());
  }
  Leaf& leaf = leaves_[tree.step.leaf];
  if (!tree.left) {
    take(leaf.binds);
    return first(leaf, tree.step, keep());
  }
  NodePtr before = build(*tree.left, below(leaf.binds.possible), bound);
  take(leaf.binds);
  return add_step(std::move(before), leaf, tree.step, keep());
}

SlotSet JoinGroup::possible_in(const JoinTree& tree) const {
  const auto left = [&] { return with_stack([&] { return possible_in(*tree.left); }); };
  if (tree.right) return set_union(left(), possible_in(*tree.right));
  const SlotSet& own = leaves_[tree.step.leaf].binds.possible;
  return tree.left ? set_union(left(), own) : own;
}

NodePtr JoinGroup::sub_plan(const Leaf& leaf) {
  if (leaf.kind == Leaf::Kind::seed) return planner_.seed_node(*seed_);
  return planner_.node(*leaf.node, {leaf.graph, leaf.wanted, nullptr});
}

NodePtr JoinGroup::first(const Leaf& leaf, const Step& step, const SlotSet& needed) {
  switch (leaf.kind) {
    case Leaf::Kind::triple:
      return scan(leaf, step.has_key ? std::optional(step.key) : std::nullopt, needed);
    case Leaf::Kind::path: {
      NodePtr unit = make_node(Unit{}, {});
      unit->rows = 1;
      return path_step(std::move(unit), leaf, needed);
    }
    case Leaf::Kind::triple_term: {
      NodePtr unit = make_node(Unit{}, {});
      unit->rows = 1;
      return unnest(std::move(unit), leaf, needed);
    }
    case Leaf::Kind::sub_plan:
    case Leaf::Kind::seed:
      break;
  }
  return sub_plan(leaf);
}

NodePtr JoinGroup::scan(const Leaf& leaf, std::optional<Slot> key, const SlotSet& needed) {
  if (!key && !leaf.ranges.empty() && permutation_for(leaf.pattern, leaf.ranges.begin()->first))
    key = leaf.ranges.begin()->first;
  std::optional<storage::Permutation> permutation = permutation_for(leaf.pattern, key);
  if (!permutation) permutation = permutation_for(leaf.pattern, std::nullopt);
  const SlotSet slots = set_intersection(leaf.binds.possible, needed);
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

NodePtr JoinGroup::add_step(NodePtr before, Leaf& leaf, const Step& step, const SlotSet& needed) {
  const SlotSet carried = set_union(before->certain, slots_of(before->layout));
  const SlotSet slots = set_intersection(set_union(carried, leaf.binds.possible), needed);
  const SlotSet leaf_needed = set_union(needed, carried);
  switch (step.method) {
    case Method::index: {
      NodePtr node =
          make_node(IndexJoin{leaf.pattern, *permutation_for(leaf.pattern, step.key), step.key},
                    layout_of(slots));
      node->certain = set_intersection(set_union(before->certain, leaf.binds.certain), slots);
      const bool ordered = !before->order.empty() && before->order.front() == step.key;
      if (ordered && slots.contains(step.key)) node->order = {step.key};
      node->children.push_back(std::move(before));
      return node;
    }
    case Method::merge: {
      NodePtr right = scan(leaf, step.key, leaf_needed);
      MergeJoin join{step.key, {}};
      for (Slot slot : set_intersection(slots_of(before->layout), slots_of(right->layout))) {
        if (slot != step.key) join.others.push_back(slot);
      }
      NodePtr node = make_node(std::move(join), layout_of(slots));
      node->certain = set_intersection(set_union(before->certain, right->certain), slots);
      if (slots.contains(step.key)) node->order = {step.key};
      node->children.push_back(std::move(before));
      node->children.push_back(std::move(right));
      return node;
    }
    case Method::hash:
    case Method::hash_swapped: {
      NodePtr other =
          leaf.kind == Leaf::Kind::triple ? scan(leaf, std::nullopt, leaf_needed) : sub_plan(leaf);
      if (step.method == Method::hash) return hash_join(std::move(before), std::move(other), slots);
      return hash_join(std::move(other), std::move(before), slots);
    }
    case Method::bind:
      return bind_join(std::move(before), leaf, slots);
    case Method::apply:
    case Method::first:
      break;
  }
  return leaf.kind == Leaf::Kind::path ? path_step(std::move(before), leaf, slots)
                                       : unnest(std::move(before), leaf, slots);
}

NodePtr JoinGroup::hash_join(NodePtr left, NodePtr right, const SlotSet& slots) {
  HashJoin join;
  for (Slot slot : set_intersection(slots_of(left->layout), slots_of(right->layout))) {
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
  unnest.find = !before->certain.contains(unnest.term);
  NodePtr node = make_node(std::move(unnest), layout_of(slots));
  node->certain = set_intersection(set_union(before->certain, leaf.binds.certain), slots);
  node->children.push_back(std::move(before));
  return node;
}

}  // namespace dossier::plan
