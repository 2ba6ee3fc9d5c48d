// SPDX-License-Identifier: Apache-2.0
// Join groups that are cycles: triangles, diamonds, pairs that point at each other. Joining them
// two by two makes rows that the last edge throws away; a TrieJoin does not.
#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "engine/plan/join_group.h"

namespace dossier::plan {
namespace {

// In rows touched, measured as those of join_cost.cc.
constexpr double kRead = 2;     // to read a row and keep it
constexpr double kOpen = 0.5;   // to begin with the values of a pattern below a binding
constexpr double kStep = 0.15;  // to leap over a value
constexpr std::size_t kMostPatterns = 12;

std::size_t variable_places(const QuadPattern& pattern) {
  const auto is_slot = [](const Item& item) {
    return std::holds_alternative<Slot>(item) ? 1U : 0U;
  };
  return is_slot(pattern.subject) + is_slot(pattern.predicate) + is_slot(pattern.object);
}

bool is_edge_or_end(const Leaf& leaf) {
  if (leaf.kind != Leaf::Kind::triple || leaf.pattern.graph.variable) return false;
  const std::size_t variables = leaf.binds.certain.size();
  return variables >= 1 && variables <= 2 && variable_places(leaf.pattern) == variables;
}

/// Whether every variable stands in two patterns of two variables at least, and these hang
/// together.
bool is_cycle(const Leaves& leaves) {
  if (leaves.size() < 2 || leaves.size() > kMostPatterns) return false;
  std::map<Slot, SlotSet> neighbours;
  std::map<Slot, int> edges;
  for (const Leaf& leaf : leaves) {
    if (!is_edge_or_end(leaf)) return false;
    for (const Slot slot : leaf.binds.certain) {
      edges[slot] += leaf.binds.certain.size() == 2 ? 1 : 0;
      add_all(neighbours[slot], leaf.binds.certain);
    }
  }
  for (const auto& [slot, count] : edges) {
    if (count < 2) return false;
  }
  SlotSet reached;
  std::vector<Slot> open{neighbours.begin()->first};
  while (!open.empty()) {
    const Slot slot = open.back();
    open.pop_back();
    if (!reached.insert(slot).second) continue;
    open.insert(open.end(), neighbours[slot].begin(), neighbours[slot].end());
  }
  return reached.size() == neighbours.size();
}

/// The order of the variables, bound greedily from each of them, and what it costs.
class CycleOrder {
 public:
  CycleOrder(const Leaves& leaves, const VariableTable& variables) : leaves_(leaves) {
    SlotSet all;
    for (const Leaf& leaf : leaves) add_all(all, leaf.binds.certain);
    all_ = in_order_of_names(all, variables);
    for (const Slot first : all_) try_from(first);
  }

  const std::vector<Slot>& variables() const { return best_; }
  double cost() const { return cost_; }
  double rows() const { return rows_; }

 private:
  struct Bound {
    double cost = 0;
    double rows = 0;
  };

  static double distinct(const Leaf& leaf, Slot slot) { return leaf.statistics->distinct(slot); }

  /// Values of `slot` that a pattern offers below one binding of the variables before.
  static double offered(const Leaf& leaf, Slot slot, const SlotSet& before) {
    for (const Slot other : leaf.binds.certain) {
      if (other != slot && before.contains(other))
        return std::max(1.0, leaf.statistics->rows() / distinct(leaf, other));
    }
    return distinct(leaf, slot);
  }

  Bound bind(Slot slot, const SlotSet& before, double rows) const {
    double fewest = std::numeric_limits<double>::infinity();
    double domain = 1;
    double parts = 0;
    for (const Leaf& leaf : leaves_) {
      if (!leaf.binds.certain.contains(slot)) continue;
      fewest = std::min(fewest, offered(leaf, slot, before));
      domain = std::max(domain, distinct(leaf, slot));
      ++parts;
    }
    double found = fewest;
    bool is_fewest_left_out = false;
    for (const Leaf& leaf : leaves_) {
      if (!leaf.binds.certain.contains(slot)) continue;
      const double own = offered(leaf, slot, before);
      if (!is_fewest_left_out && own == fewest)
        is_fewest_left_out = true;
      else
        found *= std::min(1.0, own / domain);
    }
    return {rows * parts * (kOpen + kStep * fewest), rows * found};
  }

  void try_from(Slot first) {
    std::vector<Slot> order;
    SlotSet before;
    double cost = 0, rows = 1;
    for (const Leaf& leaf : leaves_) cost += kRead * leaf.statistics->all_rows();
    for (Slot next = first; order.size() < all_.size(); next = best_next(before, rows)) {
      const Bound bound = bind(next, before, rows);
      cost += bound.cost;
      rows = bound.rows;
      order.push_back(next);
      before.insert(next);
      if (order.size() == all_.size()) break;
    }
    cost += rows;
    if (cost >= cost_) return;
    cost_ = cost;
    rows_ = rows;
    best_ = std::move(order);
  }

  Slot best_next(const SlotSet& before, double rows) const {
    Slot best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (const Slot slot : all_) {
      if (before.contains(slot)) continue;
      const Bound bound = bind(slot, before, rows);
      if (bound.cost + bound.rows >= least) continue;
      least = bound.cost + bound.rows;
      best = slot;
    }
    return best;
  }

  const Leaves& leaves_;
  std::vector<Slot> all_;  ///< by name
  std::vector<Slot> best_;
  double cost_ = std::numeric_limits<double>::infinity();
  double rows_ = 0;
};

}  // namespace

NodePtr JoinGroup::cycle(double most) {
  if (!is_cycle(leaves_)) return nullptr;
  const CycleOrder order(leaves_, planner_.variables_);
  double kept = 0;
  for (const Leaf& leaf : leaves_) kept += leaf.statistics->rows();
  const auto room = static_cast<double>(planner_.terms_.memory().left()) / 2;
  // Both columns, their ends, and what growing vectors leave empty.
  if (order.cost() >= most || kept * 4 * sizeof(TermId) > room) return nullptr;
  SlotSet slots;
  for (const Slot slot : order.variables()) {
    const auto waiting = waiting_.find(slot);
    const bool is_read = waiting != waiting_.end() && waiting->second > 0;
    if (!planner_.prunes() || is_read || context_.required.contains(slot)) slots.insert(slot);
  }
  NodePtr join = make_node(TrieJoin{order.variables()}, layout_of(slots));
  for (const Leaf& leaf : leaves_) {
    const auto first = std::find_if(order.variables().begin(), order.variables().end(),
                                    [&](Slot slot) { return leaf.binds.certain.contains(slot); });
    join->children.push_back(scan(leaf, *first, leaf.binds.certain));
  }
  join->certain = slots;
  for (const Slot slot : order.variables()) {
    if (!slots.contains(slot)) break;
    join->order.push_back(slot);
  }
  join->rows = order.rows();
  join->cost = order.cost();
  for (const NodePtr& pattern : join->children) planner_.count(*pattern);
  planner_.count(*join);
  std::vector<ast::Expression> conditions;
  for (Condition& condition : conditions_) conditions.push_back(std::move(condition.expression));
  return planner_.filtered(std::move(join), std::move(conditions));
}

}  // namespace dossier::plan
