// SPDX-License-Identifier: Apache-2.0
// OPTIONAL and MINUS, and when rows from outside may be handed into a sub-plan.
#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/plan/planner.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

/// What one row handed in costs a bind join per pattern, against a row of a scan.
constexpr double kBindRow = 24;
constexpr double kHashRow = 4;

}  // namespace

NodePtr Planner::left_join(const algebra::LeftJoin& join, const Context& context) {
  SlotSet shared = binds_in(*join.right, context.graph).possible;
  shared = set_union(shared, reads(join.conditions));
  for (const algebra::Mark& mark : join.marks)
    shared = set_union(shared, algebra::mentions(*mark.pattern, variables_));
  Context left_context = context;
  left_context.required = set_union(context.required, shared);
  NodePtr left = node(*join.left, left_context);
  if (!join.marks.empty()) return bind_left_join(join, context, std::move(left));

  const SlotSet common =
      set_intersection(slots_of(left->layout), binds_in(*join.right, context.graph).possible);
  Context right_context = context;
  right_context.seed = nullptr;
  right_context.required = set_union(set_union(context.required, common), reads(join.conditions));
  if (options_.passes.on(planner_switch::kBindJoin) && !common.empty()) {
    const Estimate& right = estimate(*join.right, right_context);
    if (left->rows * kBindRow < right.cost + kHashRow * right.rows)
      return bind_left_join(join, context, std::move(left));
  }
  return hash_left_join(join, context, std::move(left), estimated(*join.right, right_context));
}

NodePtr Planner::bind_left_join(const algebra::LeftJoin& join, const Context& context,
                                NodePtr left) {
  const algebra::Binds right = binds_in(*join.right, context.graph);
  SlotSet wanted = set_union(right.possible, reads(join.conditions));
  for (const algebra::Mark& mark : join.marks)
    wanted = set_union(wanted, algebra::mentions(*mark.pattern, variables_));
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

NodePtr Planner::minus(const algebra::Minus& minus, const Context& context) {
  const algebra::Binds right_binds = algebra::binds(*minus.right);
  Context left_context = context;
  left_context.required = set_union(context.required, right_binds.possible);
  NodePtr left = node(*minus.left, left_context);
  const SlotSet common =
      set_intersection(algebra::binds(*minus.left).possible, right_binds.possible);
  if (common.empty()) return left;  // rows without a common variable drop nothing
  Context right_context{context.graph, common, nullptr};
  NodePtr right = narrowed(node(*minus.right, right_context), common);
  Minus op;
  for (Slot slot : set_intersection(slots_of(left->layout), slots_of(right->layout))) {
    const bool certain = left->certain.contains(slot) && right->certain.contains(slot);
    (certain ? op.keys : op.uncertain).push_back(slot);
  }
  if (op.keys.empty() && op.uncertain.empty()) return left;
  const double cost = right->cost + 3 * right->rows + left->rows;
  NodePtr node = over(std::move(op), std::move(left));
  node->cost += cost;
  node->children.push_back(std::move(right));
  return node;
}

bool Planner::is_seedable(const algebra::Node& node, const ActiveGraph& graph,
                          const SlotSet& outer) const {
  const auto child_is = [&](const algebra::Node& child) {
    return with_stack([&] { return is_seedable(child, graph, outer); });
  };
  // What the node itself reads must mean the same with the outer rows' bindings present.
  const auto unaffected = [&](const SlotSet& own, const algebra::Node& child) {
    return is_subset(set_intersection(own, outer), binds_in(child, graph).certain);
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
            return unaffected(algebra::binds(*n.right).possible, *n.left) && child_is(*n.left);
          },
          [&](const algebra::Extend& n) {
            return !outer.contains(n.variable) &&
                   unaffected(algebra::reads(n.expression, variables_), *n.child) &&
                   child_is(*n.child);
          },
          [&](const algebra::Project& n) {
            const SlotSet own(n.variables.begin(), n.variables.end());
            const SlotSet hidden = set_difference(algebra::mentions(*n.child, variables_), own);
            return set_intersection(hidden, outer).empty() && child_is(*n.child);
          },
          [](const auto&) { return false; },
      },
      node.node);
}

}  // namespace dossier::plan
