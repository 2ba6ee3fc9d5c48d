// SPDX-License-Identifier: Apache-2.0
// Operators that put rows together: groups, order, duplicates. In one thread, or by several where
// the plan allows it.
#include <utility>

#include "engine/exec/aggregate.h"
#include "engine/exec/build.h"
#include "engine/exec/count_runs.h"
#include "engine/exec/distinct.h"
#include "engine/exec/known_counts.h"
#include "engine/exec/sort.h"
#include "engine/exec/sorted_scan.h"

namespace dossier {

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Distinct& op) {
  if (OperatorPtr parallel = parallel_aggregate(node, {node.layout, {}, op.in_runs}))
    return parallel;
  return make_flat<DistinctOperator>(state_, op, child(node));
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::CountRuns& op) {
  return make_flat<CountRunsOperator>(state_, node.layout, op, child(node));
}

AggregateArguments OperatorBuilder::arguments(const plan::Aggregate& op) {
  AggregateArguments arguments;
  for (const algebra::Aggregation& aggregation : op.aggregations) {
    const auto& argument = aggregation.aggregate.argument;
    if (argument)
      arguments.emplace_back(compile(**argument, variables_, state_.expressions()));
    else
      arguments.emplace_back(std::nullopt);
  }
  return arguments;
}

namespace {

/// The join below an aggregate of which only the number of rows is asked for: null for none.
const plan::Node* join_to_count(const plan::Node& node, const plan::Aggregate& op) {
  if (!op.keys.empty() || !op.times.empty() || !counts_rows_only(op)) return nullptr;
  const plan::Node* at = node.children[0].get();
  while (std::holds_alternative<plan::Project>(at->op) ||
         std::holds_alternative<plan::Parallel>(at->op))
    at = at->children[0].get();
  const auto* hash = std::get_if<plan::HashJoin>(&at->op);
  const bool counts = hash != nullptr ? hash->conditions.empty() && hash->uncertain.empty()
                                      : std::holds_alternative<plan::MergeJoin>(at->op) ||
                                            std::holds_alternative<plan::IndexJoin>(at->op);
  return counts && at->layout.empty() ? at : nullptr;
}

}  // namespace

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Aggregate& op) {
  if (const plan::Node* join = join_to_count(node, op)) counted_ = join;
  OperatorPtr reading = parallel_aggregate(node, op);
  if (!reading)
    reading = make_flat<AggregateOperator>(state_, node.layout, op, child(node), arguments(op));
  return with_known_counts(state_, node, op, variables_, constants_, std::move(reading));
}

SortConditions OperatorBuilder::sort_conditions(const plan::Sort& op) {
  SortConditions conditions;
  for (const ast::OrderCondition& condition : op.conditions)
    conditions.push_back(
        {compile(condition.expression, variables_, state_.expressions()), condition.descending});
  return conditions;
}

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::Sort& op) {
  OperatorPtr sorted = sort(node, op);
  const plan::Scan* scan = scan_sorted_by(*node.children[0], op, variables_);
  if (scan == nullptr) return sorted;
  plan::Scan bound = *scan;
  bound.pattern = constants_.bound(scan->pattern);
  return make_flat<SortedScanOperator>(state_, bound, child(node), std::move(sorted));
}

OperatorPtr OperatorBuilder::sort(const plan::Node& node, const plan::Sort& op) {
  std::vector<SortConditions> conditions;
  std::unique_ptr<Crew> crew = make_crew(*node.children[0], [&](OperatorBuilder& builder) {
    conditions.push_back(builder.sort_conditions(op));
  });
  if (crew)
    return make_flat<ParallelSortOperator>(state_, node.layout, std::move(crew),
                                           std::move(conditions), op.limit);
  return make_flat<SortOperator>(state_, child(node), sort_conditions(op), op.limit);
}

}  // namespace dossier
