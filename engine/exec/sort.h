// SPDX-License-Identifier: Apache-2.0
// ORDER BY, and with a limit top-k: of many rows no more than a multiple of the limit are kept. In
// one thread, or by several that each sort the rows of the parts they read.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/exec/crew.h"
#include "engine/exec/operator.h"
#include "engine/exec/sort_order.h"

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
  std::optional<SortRows> rows_;
  std::optional<SortOrder> order_;
  std::size_t at_ = 0;
};

/// Rows that compare equal come in the order in which one thread would find them.
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
  /// Puts the rows behind each other, column by column: they lie far apart, and finding them takes
  /// time that all members can share. Not where the memory is short.
  void gather();
  void forget() noexcept;
  void deliver_gathered(Batch& out) const;
  void deliver_found(Batch& out);

  std::unique_ptr<Crew> crew_;
  std::vector<SortConditions> conditions_;
  std::optional<std::uint64_t> limit_;
  std::vector<std::unique_ptr<SortRows>> rows_;  ///< by member
  std::optional<SortOrder> order_;
  std::vector<std::unique_ptr<TermId[]>> columns_;  ///< after gather()
  MemoryCharge columns_charge_;
  std::size_t size_ = 0;
  std::size_t at_ = 0;
};

}  // namespace dossier
