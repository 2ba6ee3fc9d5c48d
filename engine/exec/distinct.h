// SPDX-License-Identifier: Apache-2.0
// DISTINCT: passes each different row on the first time it comes. Where equal rows come one behind
// the other it remembers nothing but the last.
#pragma once

#include <vector>

#include "engine/exec/hash_index.h"
#include "engine/exec/operator.h"
#include "engine/exec/row_store.h"
#include "engine/plan/physical.h"

namespace dossier {

/// A set of rows of one width.
class RowSet {
 public:
  RowSet(std::size_t width, MemoryBudget& memory) : rows_(width, memory), index_(memory) {}

  /// The row's number, and whether it is new. Numbers count from 0 in order of entry.
  std::pair<std::uint32_t, bool> insert(const TermId* values);
  /// The number of a row that is not there yet. insert() and hash() mean nothing afterwards.
  std::uint32_t append(const TermId* values);
  const TermId* operator[](std::size_t row) const noexcept { return rows_[row]; }
  std::uint64_t hash(std::size_t row) const noexcept {
    return index_.hash(static_cast<std::uint32_t>(row));
  }
  std::size_t size() const noexcept { return rows_.size(); }
  void clear() noexcept {
    rows_.clear();
    index_.clear();
  }

 private:
  RowStore rows_;
  HashIndex index_;
};

class DistinctOperator : public Operator {
 public:
  DistinctOperator(QueryState& state, const plan::Distinct& distinct, OperatorPtr child);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool is_new(const Batch& batch, std::size_t row);

  OperatorPtr child_;
  bool in_runs_;
  RowSet seen_;
  std::vector<TermId> row_;  ///< the last one
  bool has_row_ = false;
  std::vector<std::uint32_t> kept_;
};

}  // namespace dossier
