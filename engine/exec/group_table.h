// SPDX-License-Identifier: Apache-2.0
// GroupTable: the groups of a GROUP BY and their aggregates, as they grow batch by batch. Groups
// are numbered by a hash table of their keys, aggregates fed a batch at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/exec/query_state.h"
#include "engine/exec/row_set.h"
#include "engine/functions/aggregate.h"
#include "engine/functions/expression.h"
#include "engine/plan/physical.h"

namespace dossier {

/// By aggregation: compiled from its argument; none for COUNT(*).
using AggregateArguments = std::vector<std::optional<CompiledExpression>>;

/// Whether all it asks for is COUNT(*), of groups or of all rows.
bool counts_rows_only(const plan::Aggregate& aggregate);

class GroupTable {
 public:
  /// All must outlive it. Of rows with `width` columns.
  GroupTable(QueryState& state, const plan::Aggregate& aggregate, std::size_t width,
             const AggregateArguments& arguments);

  /// For COUNT(*) alone the batch may have more rows than there is room for, if it has no columns.
  void add(const Batch& batch);
  /// Where equal keys come one behind the other: the next row is of a new group all the same.
  void end_run() noexcept { run_ended_ = true; }
  /// Adds the groups of another table for the same aggregate whose numbers are given.
  void merge(const GroupTable& other, const std::vector<std::uint32_t>& groups,
             const TranslateId& translate);
  /// Adds those groups of another table for the same aggregate whose keys fall into one of `pieces`
  /// classes. The other stays as it is and may be read by several threads.
  void merge(const GroupTable& other, std::size_t piece, std::size_t pieces,
             const TranslateId& translate);

  std::size_t size() const noexcept { return group_count_; }
  /// Writes `count` groups from number `first` on into the first rows of `out`: keys and results.
  void write(Batch& out, std::size_t first, std::size_t count);

 private:
  void count_runs(const Batch& batch);
  void add_values(std::size_t aggregation, std::size_t rows);
  void number_groups(const Batch& batch);
  bool is_run(std::size_t row) const;
  std::uint32_t number_of_run(std::size_t row);
  void merge_group(const GroupTable& other, std::size_t group, const TranslateId& translate,
                   std::vector<std::uint32_t>& to);
  void merge_values(const GroupTable& other, const std::vector<std::uint32_t>& to,
                    const TranslateId& translate);
  void number_rows(const Batch& batch);
  void count_groups();

  QueryState& state_;
  const plan::Aggregate& aggregate_;
  const AggregateArguments& arguments_;
  std::vector<std::unique_ptr<Aggregator>> aggregators_;
  RowSet groups_;
  RowSet whole_rows_;  ///< for COUNT(DISTINCT *)
  std::vector<std::uint32_t> group_of_;
  std::vector<TermId> values_;
  std::vector<std::int64_t> times_;
  std::vector<TermId> row_;
  std::vector<const TermId*> keys_;  ///< columns of a batch; null: unbound
  bool counts_only_;                 ///< rows, whose values nobody asks for
  bool run_ended_ = true;
  std::size_t group_count_;  ///< one without keys, even of no rows
};

}  // namespace dossier
