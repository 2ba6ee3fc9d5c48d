// SPDX-License-Identifier: Apache-2.0
// ORDER BY, and with a limit top-k: of many rows no more than a multiple of the limit are kept. In
// one thread, or by several that each sort the rows of the parts they read.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/exec/crew.h"
#include "engine/exec/operator.h"
#include "engine/exec/sorted_run.h"

namespace dossier {

class SortOperator : public Operator {
 public:
  SortOperator(QueryState& state, OperatorPtr child, SortConditions conditions,
               std::optional<std::uint64_t> limit);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  OperatorPtr child_;
  SortConditions conditions_;
  std::optional<std::uint64_t> limit_;
  std::optional<SortedRun> run_;
  std::size_t at_ = 0;
};

/// Rows that compare equal come in the order of their parts, as one thread would find them.
class ParallelSortOperator : public Operator {
 public:
  /// `conditions` by member of the crew.
  ParallelSortOperator(QueryState& state, Layout layout, std::unique_ptr<Crew> crew,
                       std::vector<SortConditions> conditions, std::optional<std::uint64_t> limit);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  /// Whether the values of a condition may be compared by their ids, over all runs.
  bool is_plain(std::size_t condition) const;
  /// The run whose next row comes first; none at the end.
  std::optional<std::size_t> first_run() const;

  std::unique_ptr<Crew> crew_;
  std::vector<SortConditions> conditions_;
  std::optional<std::uint64_t> limit_;
  std::vector<std::unique_ptr<SortedRun>> runs_;  ///< by member
  std::vector<std::size_t> next_;                 ///< place in each run
  std::uint64_t delivered_ = 0;
};

}  // namespace dossier
