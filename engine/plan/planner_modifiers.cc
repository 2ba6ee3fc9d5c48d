// SPDX-License-Identifier: Apache-2.0
// Order, projection, duplicates and slices.
#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"
#include "engine/plan/read_by.h"

namespace dossier::plan {

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

NodePtr distinct_rows(NodePtr rows, std::optional<Distinct::Few> few) {
  SlotSet compared = slots_of(rows->layout);
  if (few) compared.erase(few->variable);
  if (compared.empty()) few.reset();
  read_by(*rows, few ? compared : slots_of(rows->layout));
  const double count = rows->rows;
  const bool in_runs = come_together(rows->order, few ? compared : slots_of(rows->layout));
  NodePtr result = over(Distinct{in_runs, few}, std::move(rows));
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
