// SPDX-License-Identifier: Apache-2.0
// Grouping, order, projection, duplicates and slices.
#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"

namespace dossier::plan {

namespace {

bool passes_rows_on(const Node& node) {
  return std::holds_alternative<Filter>(node.op) || std::holds_alternative<Project>(node.op) ||
         std::holds_alternative<Extend>(node.op);
}

/// Where the rows of one scan are put together by some variables, in whatever order they come: lets
/// them come by their values. Then equal values stand together, neighbours of an order are read
/// together, and threads that read parts have few values in common.
void read_by(Node& node, const SlotSet& keys) {
  Node* at = &node;
  while (passes_rows_on(*at)) at = at->children[0].get();
  auto* scan = std::get_if<Scan>(&at->op);
  if (scan == nullptr || scan->ranges || scan->permutation == storage::Permutation::gspo) return;
  const auto permutation = permutation_together(scan->pattern, keys);
  if (!permutation) return;
  scan->permutation = *permutation;
  at->order.clear();
  for (const Slot column : scan_order(scan->pattern, *permutation)) {
    if (column_of(at->layout, column) == kNoColumn) break;
    at->order.push_back(column);
  }
  for (Node* above = &node; above != at; above = above->children[0].get()) {
    above->order = at->order;
    std::erase_if(above->order,
                  [above](Slot slot) { return column_of(above->layout, slot) == kNoColumn; });
  }
}

/// The one variable that conditions and computed values above a scan read, if they read one: terms
/// are read fastest in the order of their ids.
std::optional<Slot> computed_from(const Node& node, const VariableTable& variables) {
  SlotSet reads;
  for (const Node* at = &node; passes_rows_on(*at); at = at->children[0].get()) {
    if (const auto* filter = std::get_if<Filter>(&at->op)) {
      for (const ast::Expression& condition : filter->conditions)
        add_all(reads, algebra::reads(condition, variables));
    } else if (const auto* extend = std::get_if<Extend>(&at->op)) {
      for (const auto& [slot, value] : extend->values)
        add_all(reads, algebra::reads(value, variables));
    }
  }
  return reads.size() == 1 ? std::optional(*reads.begin()) : std::nullopt;
}

}  // namespace

NodePtr Planner::group(const algebra::Group& group, const Context& context) {
  SlotSet wanted(group.keys.begin(), group.keys.end());
  for (const algebra::Aggregation& aggregation : group.aggregations) {
    const ast::Aggregate& aggregate = aggregation.aggregate;
    if (aggregate.argument) {
      wanted = set_union(wanted, algebra::reads(**aggregate.argument, variables_));
    } else if (aggregate.distinct) {
      const auto all = algebra::visible_variables(*group.child, variables_, work_);
      wanted.insert(all.begin(), all.end());
    }
  }
  NodePtr child = node(*group.child, {context.graph, wanted, nullptr});
  child = narrowed(std::move(child), wanted);
  const SlotSet keys(group.keys.begin(), group.keys.end());
  if (!keys.empty()) read_by(*child, keys);
  if (keys.empty() || !come_together(child->order, keys)) {
    if (const auto by = computed_from(*child, variables_)) read_by(*child, {*by});
  }
  SlotSet slots = keys;
  for (const algebra::Aggregation& aggregation : group.aggregations)
    slots.insert(aggregation.result);
  NodePtr result = make_node(Aggregate{group.keys, group.aggregations}, layout_of(slots));
  std::get<Aggregate>(result->op).in_runs = !keys.empty() && come_together(child->order, keys);
  result->certain = set_intersection(child->certain, slots);
  for (const algebra::Aggregation& aggregation : group.aggregations) {
    if (aggregation.aggregate.function == ast::AggregateFunction::count)
      result->certain.insert(aggregation.result);
  }
  result->rows = group.keys.empty() ? 1 : std::max(1.0, child->rows / 10);
  result->cost = child->cost + 3 * child->rows;
  result->children.push_back(std::move(child));
  return result;
}

NodePtr Planner::order_by(const algebra::OrderBy& order, const Context& context,
                          std::optional<std::uint64_t> limit) {
  Context below{context.graph, context.required, context.seed};
  for (const ast::OrderCondition& condition : order.conditions)
    below.required = set_union(below.required, algebra::reads(condition.expression, variables_));
  NodePtr child = node(*order.child, below);
  const ast::Expression& first = order.conditions.front().expression;
  if (std::holds_alternative<ast::Variable>(first.node))
    read_by(*child, algebra::reads(first, variables_));
  NodePtr result = over(Sort{order.conditions, limit}, std::move(child));
  result->order.clear();
  result->cost += 5 * result->rows;
  if (limit) result->rows = std::min(result->rows, static_cast<double>(*limit));
  return result;
}

NodePtr Planner::project(const algebra::Project& project, const Context& context,
                         std::optional<std::uint64_t> limit) {
  const SlotSet own(project.variables.begin(), project.variables.end());
  Context below = context;
  below.required = prunes() ? set_intersection(context.required, own) : own;
  // The seed's columns pass as well: is_seedable() saw that the child hides none of them.
  if (context.seed != nullptr) below.required = set_union(below.required, context.seed->possible);
  SlotSet kept = below.required;
  if (context.seed != nullptr) kept.insert(context.seed->row);
  NodePtr child = limit ? topped(*project.child, below, *limit) : node(*project.child, below);
  return narrowed(std::move(child), kept);
}

NodePtr Planner::distinct(const algebra::Node& child, const Context& context) {
  // Every column decides what is a duplicate, wanted above or not.
  const SlotSet all = binds_in(child, context.graph).possible;
  return distinct_rows(narrowed(node(child, {context.graph, all, nullptr, context.wanted}), all));
}

NodePtr distinct_rows(NodePtr rows) {
  read_by(*rows, slots_of(rows->layout));
  const double count = rows->rows;
  const bool in_runs = come_together(rows->order, slots_of(rows->layout));
  NodePtr result = over(Distinct{in_runs}, std::move(rows));
  result->cost += 3 * count;
  return result;
}

NodePtr Planner::slice(const algebra::Slice& slice, const Context& context) {
  NodePtr child;
  Context below = context;
  if (slice.limit)
    below.wanted = static_cast<double>(*slice.limit) + static_cast<double>(slice.offset);
  if (slice.limit && options_.passes.on(planner_switch::kTopK) &&
      *slice.limit < ~std::uint64_t{0} - slice.offset)
    child = topped(*slice.child, below, *slice.limit + slice.offset);
  else
    child = node(*slice.child, below);
  NodePtr result = over(Slice{slice.offset, slice.limit}, std::move(child));
  if (slice.limit) result->rows = std::min(result->rows, static_cast<double>(*slice.limit));
  return result;
}

// Only what keeps rows one to one may stand between a slice and the sort it bounds.
NodePtr Planner::topped(const algebra::Node& node, const Context& context, std::uint64_t limit) {
  if (const auto* order = std::get_if<algebra::OrderBy>(&node.node))
    return order_by(*order, context, limit);
  if (const auto* projection = std::get_if<algebra::Project>(&node.node))
    return project(*projection, context, limit);
  if (const auto* reduced = std::get_if<algebra::Reduced>(&node.node))
    return topped(*reduced->child, context, limit);
  return this->node(node, context);
}

}  // namespace dossier::plan
