// SPDX-License-Identifier: Apache-2.0
// Rows of ranks in the order of one permutation after the other, in memory. Private to storage/.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "storage/load/row_sorter.h"
#include "storage/permutation.h"

namespace dossier::storage {

/// A permutation whose rows are in order needs one column sorted to become any that differs from it
/// by what comes first: spo by object is osp, osp by predicate is pos.
class SortedRows {
 public:
  /// `rows` ascend in the order of `permutation`. They are copied.
  SortedRows(std::span<const RankRow> rows, Permutation permutation)
      : rows_(rows.begin(), rows.end()), permutation_(permutation) {}

  /// Takes the order of `next`, which without its first column is the order until now without it.
  void sort(Permutation next);
  std::span<const RankRow> rows() const noexcept { return rows_; }

 private:
  std::vector<RankRow> rows_;
  std::vector<RankRow> scratch_;
  Permutation permutation_;
};

/// Gives rows in stretches that stay in the processor's cache.
class RowsInMemory : public RowSource {
 public:
  explicit RowsInMemory(std::span<const RankRow> rows) : rest_(rows) {}

  std::span<const RankRow> next() override {
    const auto rows = rest_.first(std::min(kRowsAtOnce, rest_.size()));
    rest_ = rest_.subspan(rows.size());
    return rows;
  }

 private:
  static constexpr std::size_t kRowsAtOnce = 8192;

  std::span<const RankRow> rest_;
};

}  // namespace dossier::storage
