// SPDX-License-Identifier: Apache-2.0
// The rows a scan delivers next: a stretch of a block with the delta's changes merged in and the
// graph filter applied. Private to storage/.
//
// What is computed is a plan: which rows of the block, which keys of the delta between them, which
// of both stay. Columns follow it one by one, and only those somebody asks for.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "storage/block/block.h"
#include "storage/delta/delta.h"
#include "storage/scan/graph_filter.h"

namespace dossier::storage {

/// The work of a scan, for tests.
struct ScanCounters {
  std::uint64_t blocks = 0;  ///< opened
  std::uint64_t values = 0;  ///< decoded, over all columns
};

/// Rows [first, end) of a block; there may be none.
struct BlockRows {
  std::shared_ptr<const Block> block;
  std::size_t first = 0;
  std::size_t end = 0;

  std::size_t size() const noexcept { return end - first; }
};

class ScanSegment {
 public:
  using Columns =
      std::array<std::uint64_t*, 4>;  ///< by column of the permutation; null: not wanted

  explicit ScanSegment(ScanCounters& counters) : counters_(counters) {}

  /// The rows as they are.
  void take(BlockRows rows);
  /// The rows merged with the changes up to `last`, or the first of them when they are many:
  /// returns the first row of the block that was left.
  std::size_t merge(BlockRows rows, DeltaCursor& changes, const Key& last);
  /// Drops rows outside the graph scope and repeats of a triple. `graph_column`: where the graph
  /// is.
  void filter(GraphFilter& filter, std::size_t graph_column);

  bool empty() const noexcept { return at_ == size_; }
  /// Moves up to `capacity` rows out.
  std::size_t emit(const Columns& out, std::size_t capacity);
  /// Skips rows until the column, which ascends over the segment, is at least `value`.
  void seek(std::size_t column, std::uint64_t value);

  /// The columns of the row that comes next.
  Key front() { return row(at_); }
  Key back() { return row(size_ - 1); }
  /// The graphs of the added rows lie in this range; low above high: there are none.
  std::uint64_t low_added(std::size_t column) const noexcept { return added_low_[column]; }
  std::uint64_t high_added(std::size_t column) const noexcept { return added_high_[column]; }

 private:
  using Values = std::vector<std::uint64_t>;
  /// Rows of the block, then a key of the delta.
  struct Piece {
    std::uint32_t first;
    std::uint32_t end;
    const Key* added;  ///< null: none
  };

  void reset(BlockRows rows);
  void add(std::size_t first, std::size_t end, const Key* added);
  bool planned() const noexcept { return merged_ || selected_; }
  Key row(std::size_t row);
  const Values& decoded(std::size_t column);
  const Values& values(std::size_t column);
  void follow_pieces(const Values& from, std::size_t column, Values& out) const;
  std::size_t lower_bound(const Key& key, std::size_t from);

  ScanCounters& counters_;
  BlockRows rows_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  bool merged_ = false;
  bool selected_ = false;
  std::vector<Piece> pieces_;
  std::vector<std::uint32_t> selection_;
  std::array<Values, 4> decoded_;  ///< of the block's rows
  std::array<Values, 4> values_;   ///< by the plan
  std::array<bool, 4> has_decoded_{};
  std::array<bool, 4> has_values_{};
  Key added_low_{};
  Key added_high_{};
};

}  // namespace dossier::storage
