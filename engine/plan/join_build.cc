// SPDX-License-Identifier: Apache-2.0
// The chosen order of a join group as physical nodes.
#include <algorithm>
#include <utility>
#include <vector>

#include "engine/plan/join_group.h"

namespace dossier::plan {

bool JoinGroup::Above::may_bind(Slot slot) const {
  for (const Above* at = this; at != nullptr; at = at->around) {
    if (at->beside != nullptr && at->beside->contains(slot)) return true;
    if (at->last == nullptr) continue;
    const auto known = at->last->find(slot);
    if (known != at->last->end() && known->second > at->step) return true;
  }
  return false;
}

void JoinGroup::start_conditions() {
  applied_.assign(conditions_.size(), false);
  for (std::size_t i = 0; i < conditions_.size(); ++i) {
    for (Slot slot : conditions_[i].reads) {
      ++waiting_[slot];
      readers_[slot].push_back(i);
    }
  }
}

SlotSet JoinGroup::needed(const SlotSet& slots, const Above& above) const {
  if (!planner_.prunes()) return slots;
  const auto is_needed = [&](Slot slot) {
    if (context_.required.contains(slot) || above.may_bind(slot)) return true;
    if (context_.seed != nullptr && slot == context_.seed->row) return true;
    const auto waiting = waiting_.find(slot);
    return waiting != waiting_.end() && waiting->second > 0;
  };
  SlotSet result;
  for (Slot slot : slots) {
    if (is_needed(slot)) result.insert(result.end(), slot);
  }
  return result;
}

// The steps of a tree that only add leaves are a chain to the left: built from its end.
NodePtr JoinGroup::build(const JoinTree& tree, const Above* around, const SlotSet* beside,
                         algebra::Binds& bound) {
  std::vector<const JoinTree*> steps;
  for (const JoinTree* at = &tree; at != nullptr; at = at->left.get()) steps.push_back(at);
  std::reverse(steps.begin(), steps.end());
  SlotCounts last;
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    const JoinTree& step = *steps[i];
    for (Slot slot : step.right ? possible_in(*step.right) : leaves_[step.step.leaf].binds.possible)
      last[slot] = i;
  }
  hold(last);
  NodePtr plan;
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    planner_.limits_.check();
    const Above above{around, beside, &last, i};
    plan = build_step(std::move(plan), *steps[i], above, bound);
    plan->rows = steps[i]->step.rows;
    plan->cost = steps[i]->step.cost;
    planner_.count(*plan);
  }
  return plan;
}

NodePtr JoinGroup::build_step(NodePtr before, const JoinTree& tree, const Above& above,
                              algebra::Binds& bound) {
  const auto take = [&bound](const algebra::Binds& more) {
    add_all(bound.certain, more.certain);
    add_all(bound.possible, more.possible);
  };
  if (tree.right) {
    algebra::Binds right_bound;
    NodePtr right = build(*tree.right, &above, &bound.possible, right_bound);
    take(right_bound);
    NodePtr plan = hash_join(std::move(before), std::move(right), needed(bound.possible, above));
    return with_conditions(std::move(plan), right_bound.possible, bound, above);
  }
  const Leaf& leaf = leaves_[tree.step.leaf];
  take(leaf.binds);
  NodePtr plan = before ? add_step(std::move(before), leaf, tree.step, above)
                        : first(leaf, tree.step, needed(leaf.binds.possible, above));
  return with_conditions(std::move(plan), leaf.binds.possible, bound, above);
}

// Conditions are tested as soon as what they read is settled; until then their variables are kept.
// A step settles those that read one of its variables, the first also those that no step concerns.
NodePtr JoinGroup::with_conditions(NodePtr plan, const SlotSet& changed,
                                   const algebra::Binds& bound, const Above& above) {
  if (conditions_.empty()) return plan;
  std::vector<std::size_t> asked;
  if (above.step == 0) {
    for (std::size_t i = 0; i < conditions_.size(); ++i) asked.push_back(i);
  } else {
    for (Slot slot : changed) {
      const auto readers = readers_.find(slot);
      if (readers == readers_.end()) continue;
      asked.insert(asked.end(), readers->second.begin(), readers->second.end());
    }
    std::sort(asked.begin(), asked.end());
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  }
  std::vector<ast::Expression> now;
  for (const std::size_t i : asked) {
    const auto later = [&above](Slot slot) { return above.may_bind(slot); };
    if (applied_[i] || !is_settled(conditions_[i], bound, later)) continue;
    applied_[i] = true;
    for (Slot slot : conditions_[i].reads) --waiting_[slot];
    now.push_back(std::move(conditions_[i].expression));
  }
  return planner_.filtered(std::move(plan), std::move(now));
}

SlotSet JoinGroup::possible_in(const JoinTree& tree) const {
  SlotSet result;
  for (const JoinTree* at = &tree; at != nullptr; at = at->left.get())
    add_all(result, at->right ? possible_in(*at->right) : leaves_[at->step.leaf].binds.possible);
  return result;
}

NodePtr JoinGroup::sub_plan(const Leaf& leaf) {
  if (leaf.kind == Leaf::Kind::seed) return planner_.seed_node(*seed_);
  return planner_.estimated(*leaf.node, {leaf.graph, leaf.wanted, nullptr});
}

NodePtr JoinGroup::first(const Leaf& leaf, const Step& step, const SlotSet& slots) {
  switch (leaf.kind) {
    case Leaf::Kind::triple:
      return scan(leaf, step.has_key ? std::optional(step.key) : std::nullopt, slots);
    case Leaf::Kind::path: {
      NodePtr unit = make_node(Unit{}, {});
      unit->rows = 1;
      return path_step(std::move(unit), leaf, slots);
    }
    case Leaf::Kind::triple_term: {
      NodePtr unit = make_node(Unit{}, {});
      unit->rows = 1;
      return unnest(std::move(unit), leaf, slots);
    }
    case Leaf::Kind::sub_plan:
    case Leaf::Kind::seed:
      break;
  }
  return sub_plan(leaf);
}

NodePtr JoinGroup::add_step(NodePtr before, const Leaf& leaf, const Step& step,
                            const Above& above) {
  const SlotSet carried = set_union(before->certain, slots_of(before->layout));
  const SlotSet slots = needed(set_union(carried, leaf.binds.possible), above);
  const auto scanned = [&](std::optional<Slot> key) {
    SlotSet wanted = needed(leaf.binds.possible, above);
    add_all(wanted, set_intersection(leaf.binds.possible, carried));
    return scan(leaf, key, wanted);
  };
  switch (step.method) {
    case Method::index:
      return index_join(std::move(before), leaf, step.key, slots);
    case Method::merge: {
      NodePtr right = scanned(step.key);
      return merge_join(std::move(before), std::move(right), step.key, slots);
    }
    case Method::hash:
    case Method::hash_swapped: {
      NodePtr other = leaf.kind == Leaf::Kind::triple ? scanned(std::nullopt) : sub_plan(leaf);
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

}  // namespace dossier::plan
