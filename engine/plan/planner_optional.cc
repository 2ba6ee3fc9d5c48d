// SPDX-License-Identifier: Apache-2.0
// OPTIONAL and MINUS, and when rows from outside may be handed into a sub-plan.
#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/algebra/overloaded.h"
#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

constexpr double kHashRow = 4;  ///< to keep a row for look-ups, against touching it in a scan

/// OPTIONAL or MINUS, and what its right side reads or may bind.
struct Level {
  const algebra::Node* node;
  SlotSet reads;
};

bool is_level(const algebra::Node& node) {
  return std::holds_alternative<algebra::LeftJoin>(node.node) ||
         std::holds_alternative<algebra::Minus>(node.node);
}

}  // namespace

bool is_cheaper_by_rows(double rows, const Estimate& whole) {
  constexpr double kBindRow = 24;  // a row handed in, per pattern
  return rows * kBindRow < whole.cost + kHashRow * whole.rows;
}

double rows_read(const Node& node, double wanted) {
  constexpr double kTries = 32;    // few of them may pass
  constexpr double kFirst = 2048;  // are handed in at once, however few are wanted
  return std::min(node.rows, std::max(kFirst, kTries * wanted));
}

SemiJoin semi_join(const Node& left, const Node& right) {
  SemiJoin join;
  for (Slot slot : set_intersection(slots_of(left.layout), slots_of(right.layout))) {
    const bool certain = left.certain.contains(slot) && right.certain.contains(slot);
    (certain ? join.keys : join.uncertain).push_back(slot);
  }
  return join;
}

// From the base upwards: one set of what is read above goes along, and what was read by a node is
// taken out of it when that is done, so that long chains take about linear time and memory.
NodePtr Planner::left_chain(const algebra::Node& top, const Context& context) {
  std::vector<Level> levels;  // the highest first
  Context below = context;
  std::unordered_map<Slot, std::uint32_t> readers;  // of what the context does not ask for
  const algebra::Node* at = &top;
  for (; is_level(*at); at = algebra::base_of(*at)) {
    limits_.check();
    Level& level = levels.emplace_back(Level{at, read_on_the_right(*at, context.graph)});
    add_all(below.required, level.reads);
    for (Slot slot : level.reads) {
      if (!context.required.contains(slot)) ++readers[slot];
    }
  }
  const bool has_minus = std::any_of(levels.begin(), levels.end(), [](const Level& level) {
    return std::holds_alternative<algebra::Minus>(level.node->node);
  });
  SlotSet bound;
  if (has_minus) bound = binds_of(*at).possible;
  NodePtr plan = node(*at, below);
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    limits_.check();
    for (Slot slot : level->reads) {
      const auto reader = readers.find(slot);
      if (reader != readers.end() && --reader->second == 0) below.required.erase(slot);
    }
    if (const auto* join = std::get_if<algebra::LeftJoin>(&level->node->node)) {
      plan = left_join(*join, below, std::move(plan));
      if (has_minus) add_all(bound, binds_of(*join->right).possible);
    } else {
      const auto& minus = std::get<algebra::Minus>(level->node->node);
      plan = this->minus(minus, below, std::move(plan), bound);
    }
    count(*plan);
  }
  return plan;
}

SlotSet Planner::read_on_the_right(const algebra::Node& level, const ActiveGraph& graph) {
  if (const auto* minus = std::get_if<algebra::Minus>(&level.node))
    return binds_of(*minus->right).possible;
  const auto& join = std::get<algebra::LeftJoin>(level.node);
  SlotSet result = binds_in(*join.right, graph).possible;
  add_all(result, reads(join.conditions));
  for (const algebra::Mark& mark : join.marks) add_all(result, mentions(*mark.pattern));
  return result;
}

NodePtr Planner::left_join(const algebra::LeftJoin& join, const Context& context, NodePtr left) {
  if (!join.marks.empty()) return bind_left_join(join, context, std::move(left));
  const SlotSet right_binds = binds_in(*join.right, context.graph).possible;
  const SlotSet common = set_intersection(slots_of(left->layout), right_binds);
  Context right_context{context.graph, set_intersection(context.required, right_binds), nullptr};
  add_all(right_context.required, common);
  add_all(right_context.required, reads(join.conditions));
  if (options_.passes.on(planner_switch::kBindJoin) && !common.empty()) {
    const double rows = rows_read(*left, context.wanted);
    if (is_cheaper_by_rows(rows, estimate(*join.right, right_context)))
      return bind_left_join(join, context, std::move(left));
  }
  return hash_left_join(join, context, std::move(left), estimated(*join.right, right_context));
}

NodePtr Planner::bind_left_join(const algebra::LeftJoin& join, const Context& context,
                                NodePtr left) {
  const algebra::Binds right = binds_in(*join.right, context.graph);
  SlotSet wanted = set_union(right.possible, reads(join.conditions));
  for (const algebra::Mark& mark : join.marks) wanted = set_union(wanted, mentions(*mark.pattern));
  const SeedInput seed = make_seed(*left, wanted, left->rows);
  Context below{context.graph, set_intersection(context.required, right.possible), &seed};
  below.required.insert(seed.row);
  std::vector<MarkRef> marks;
  for (const algebra::Mark& mark : join.marks) marks.push_back({mark.result, &*mark.pattern});
  NodePtr inner = filter(join.conditions, marks, *join.right, below);

  SlotSet slots = set_union(slots_of(left->layout), slots_of(inner->layout));
  slots.erase(seed.row);
  SlotSet kept = context.required;
  if (context.seed != nullptr) kept.insert(context.seed->row);
  NodePtr node =
      make_node(BindJoin{seed.number, seed.row, true}, layout_of(set_intersection(slots, kept)));
  node->certain = set_intersection(left->certain, slots_of(node->layout));
  node->rows = std::max(left->rows, inner->rows);
  node->cost = left->cost + inner->cost;
  node->children.push_back(std::move(left));
  node->children.push_back(std::move(inner));
  return node;
}

NodePtr Planner::hash_left_join(const algebra::LeftJoin& join, const Context& context, NodePtr left,
                                NodePtr right) {
  HashJoin op;
  op.optional = true;
  op.conditions = join.conditions;
  for (Slot slot : set_intersection(slots_of(left->layout), slots_of(right->layout))) {
    const bool certain = left->certain.contains(slot) && right->certain.contains(slot);
    (certain ? op.keys : op.uncertain).push_back(slot);
  }
  SlotSet kept = context.required;
  if (context.seed != nullptr) kept.insert(context.seed->row);
  const SlotSet slots = set_union(slots_of(left->layout), slots_of(right->layout));
  NodePtr node = make_node(std::move(op), layout_of(set_intersection(slots, kept)));
  node->certain = set_intersection(left->certain, slots_of(node->layout));
  node->rows = std::max(left->rows, right->rows);
  node->cost = left->cost + right->cost + left->rows + kHashRow * right->rows;
  node->children.push_back(std::move(left));
  node->children.push_back(std::move(right));
  return node;
}

NodePtr Planner::minus(const algebra::Minus& minus, const Context& context, NodePtr left,
                       const SlotSet& bound) {
  const SlotSet common = set_intersection(bound, binds_of(*minus.right).possible);
  if (common.empty()) return left;  // rows without a common variable drop nothing
  Context right_context{context.graph, common, nullptr};
  NodePtr right = narrowed(node(*minus.right, right_context), common);
  // One of equal rows drops as much as all of them.
  if (come_together(right->order, slots_of(right->layout)))
    right = over(Distinct{true}, std::move(right));
  SemiJoin op = semi_join(*left, *right);
  op.keep = false;
  op.must_share = true;
  if (op.keys.empty() && op.uncertain.empty()) return left;
  const double cost = right->cost + 3 * right->rows + left->rows;
  NodePtr node = over(std::move(op), std::move(left));
  node->cost += cost;
  node->children.push_back(std::move(right));
  return node;
}

bool Planner::is_seedable(const algebra::Node& node, const ActiveGraph& graph,
                          const IsAmong& outer) {
  limits_.work(algebra::kNodeWork);
  const auto child_is = [&](const algebra::Node& child) {
    return with_stack([&] { return is_seedable(child, graph, outer); });
  };
  // What the node itself reads must mean the same with the outer rows' bindings present.
  const auto unaffected = [&](const SlotSet& own, const algebra::Node& child) {
    return std::all_of(own.begin(), own.end(), [&](Slot slot) {
      return !outer(slot) || binds_certainly(child, graph, slot);
    });
  };
  return std::visit(
      Overloaded{
          [](const algebra::Bgp&) { return true; },
          [](const algebra::PathPattern&) { return true; },
          [](const algebra::Join&) { return true; },
          [](const algebra::Service&) { return true; },
          [&](const algebra::Filter& n) {
            return unaffected(reads(n.conditions), *n.child) &&
                   !std::holds_alternative<algebra::Exists>(n.child->node);
          },
          [&](const algebra::Union& n) {
            return std::all_of(n.branches.begin(), n.branches.end(), child_is);
          },
          [&](const algebra::LeftJoin& n) {
            const SlotSet right =
                set_union(binds_in(*n.right, graph).possible, reads(n.conditions));
            return n.marks.empty() && unaffected(right, *n.left) && child_is(*n.left);
          },
          [&](const algebra::Minus& n) {
            return unaffected(binds_of(*n.right).possible, *n.left) && child_is(*n.left);
          },
          [&](const algebra::Extend& n) {
            return !outer(n.variable) &&
                   unaffected(algebra::reads(n.expression, variables_), *n.child) &&
                   child_is(*n.child);
          },
          [&](const algebra::Project& n) {
            const SlotSet own(n.variables.begin(), n.variables.end());
            const SlotSet hidden = set_difference(mentions(*n.child), own);
            return std::none_of(hidden.begin(), hidden.end(), outer) && child_is(*n.child);
          },
          [](const auto&) { return false; },
      },
      node.node);
}

}  // namespace dossier::plan
