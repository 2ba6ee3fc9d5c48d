// SPDX-License-Identifier: Apache-2.0
// Grouping. Several aggregates of which each could do with fewer rows than all of them together are
// computed apart and joined by group: a join that multiplies what one of them counts with what
// another does is made for neither (eager aggregation: Yan and Larson, VLDB 1995).
#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/functions/aggregate.h"
#include "engine/plan/parallel_parts.h"
#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"
#include "engine/plan/read_by.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

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

/// What one aggregate, or several, ask for of the rows.
struct Apart {
  bool once;  ///< equal rows count once
  SlotSet reads;
  std::vector<algebra::Aggregation> aggregations;
};

SlotSet reads_of(const ast::Aggregate& aggregate, const VariableTable& variables) {
  return aggregate.argument ? algebra::reads(**aggregate.argument, variables) : SlotSet{};
}

/// None when some of them need all columns, or rows in the order they come.
std::vector<Apart> apart(const std::vector<algebra::Aggregation>& aggregations,
                         const VariableTable& variables) {
  std::vector<Apart> result;
  for (const algebra::Aggregation& one : aggregations) {
    const bool once = ignores_equal_rows(one.aggregate);
    if (!once && !can_multiply(one.aggregate)) return {};
    if (one.aggregate.distinct && !one.aggregate.argument) return {};
    if (one.aggregate.argument && !is_free(**one.aggregate.argument)) return {};
    const SlotSet reads = reads_of(one.aggregate, variables);
    const auto same = std::find_if(result.begin(), result.end(), [&](const Apart& other) {
      return other.once == once && (is_subset(reads, other.reads) || is_subset(other.reads, reads));
    });
    if (same == result.end()) {
      result.push_back({once, reads, {one}});
      continue;
    }
    add_all(same->reads, reads);
    same->aggregations.push_back(one);
  }
  return result;
}

/// Whether all rows are those of patterns that are joined, which are the same each time.
bool is_join_of_patterns(const Node& node) {
  const bool own = std::visit(Overloaded{
                                  [](const Scan&) { return true; },
                                  [](const IndexJoin&) { return true; },
                                  [](const MergeJoin&) { return true; },
                                  [](const HashJoin& op) { return op.conditions.empty(); },
                                  [](const Project&) { return true; },
                                  [](const auto&) { return false; },
                              },
                              node.op);
  return own && std::all_of(node.children.begin(), node.children.end(), [](const NodePtr& child) {
           return with_stack([&] { return is_join_of_patterns(*child); });
         });
}

/// The rows that the patterns of a join have.
double rows_of_patterns(const Node& node, const storage::QuadSource& source) {
  double rows = std::holds_alternative<Scan>(node.op) ? node.rows : 0;
  if (const auto* join = std::get_if<IndexJoin>(&node.op))
    rows += PatternStatistics(join->pattern, source).all_rows();
  for (const NodePtr& child : node.children)
    rows += with_stack([&] { return rows_of_patterns(*child, source); });
  return rows;
}

/// Aggregates of the same groups in one row: both have the same groups, and each of them once.
NodePtr beside(NodePtr left, NodePtr right, const std::vector<Slot>& keys) {
  HashJoin join;
  join.keys = keys;
  NodePtr result = make_node(std::move(join),
                             layout_of(set_union(slots_of(left->layout), slots_of(right->layout))));
  result->certain = set_union(left->certain, right->certain);
  result->rows = left->rows;
  result->cost = left->cost + right->cost + left->rows + right->rows;
  result->children.push_back(std::move(left));
  result->children.push_back(std::move(right));
  return result;
}

}  // namespace

NodePtr Planner::group(const algebra::Group& group, const Context& context) {
  NodePtr whole = grouped(group, group.aggregations, context);
  if (group.aggregations.size() < 2) return whole;
  const std::vector<Apart> parts = apart(group.aggregations, variables_);
  if (parts.size() < 2) return whole;
  const Node& rows = *whole->children[0];
  const SlotSet keys(group.keys.begin(), group.keys.end());
  const double all = rows_of_patterns(rows, source_);
  if (!is_join_of_patterns(rows) || !is_subset(keys, rows.certain) ||
      rows.rows < 2 * static_cast<double>(parts.size()) * all)
    return whole;
  NodePtr result;
  for (const Apart& part : parts) {
    NodePtr next = grouped(group, part.aggregations, context);
    result = result ? beside(std::move(result), std::move(next), group.keys) : std::move(next);
    count(*result);
  }
  return result;
}

NodePtr Planner::grouped(const algebra::Group& group,
                         const std::vector<algebra::Aggregation>& aggregations,
                         const Context& context) {
  SlotSet wanted(group.keys.begin(), group.keys.end());
  for (const algebra::Aggregation& aggregation : aggregations) {
    const ast::Aggregate& aggregate = aggregation.aggregate;
    add_all(wanted, reads_of(aggregate, variables_));
    if (!aggregate.argument && aggregate.distinct) {
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
  for (const algebra::Aggregation& aggregation : aggregations) slots.insert(aggregation.result);
  NodePtr result = make_node(Aggregate{group.keys, aggregations}, layout_of(slots));
  std::get<Aggregate>(result->op).in_runs = !keys.empty() && come_together(child->order, keys);
  result->certain = set_intersection(child->certain, slots);
  for (const algebra::Aggregation& aggregation : aggregations) {
    if (aggregation.aggregate.function == ast::AggregateFunction::count)
      result->certain.insert(aggregation.result);
  }
  result->rows = group.keys.empty() ? 1 : std::max(1.0, child->rows / 10);
  result->cost = child->cost + 3 * child->rows;
  result->children.push_back(std::move(child));
  return result;
}

}  // namespace dossier::plan
