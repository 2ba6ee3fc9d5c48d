// SPDX-License-Identifier: Apache-2.0
// Sorting more rows than memory holds without writing them a second time: they are read from their
// file once for each range of values that fits. Private to storage/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "storage/load/row_sorter.h"
#include "storage/load/spool.h"
#include "storage/permutation.h"

namespace dossier::storage {

/// How many rows have which ranks, for each column of rows in spo order.
class ColumnCounts {
 public:
  /// Reads the rows, whose ranks are below `ranks`.
  ColumnCounts(const Spool<RankRow>& rows, std::size_t ranks);

  /// Ranks from `first` to `last`, with so many rows.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::size_t rows = 0;
  };
  /// All ranks of a column in ranges of at most `most` rows; only a range of one rank may have
  /// more. None when some ranks that cannot be told apart have more rows together.
  std::optional<std::vector<Range>> ranges(std::size_t column, std::size_t most) const;

 private:
  /// Tells the ranks of crowded buckets apart: a column of few values has neighbours in one.
  void part_crowded(const Spool<RankRow>& rows, std::size_t column, unsigned shift);

  std::array<std::vector<Range>, 4> buckets_;  ///< by column, of ascending ranks
};

/// The memory that rows are sorted in: handed on from one sorter to the next, because memory that
/// is new costs the system about as much as sorting a column.
class RowBuffers {
 public:
  using Buffer = std::pair<std::vector<RankRow>, std::vector<RankRow>>;

  Buffer take();
  void give_back(Buffer buffer);

 private:
  std::mutex mutex_;
  std::vector<Buffer> free_;
};

/// Rows of a file in spo order, in the order of another permutation.
class RangeSorter : public RowSource {
 public:
  /// `columns`: as for RowSorter, and 1 where a range may be larger than memory. What is given must
  /// outlive it.
  RangeSorter(const Spool<RankRow>& rows, Permutation permutation, std::size_t columns,
              std::vector<ColumnCounts::Range> ranges, std::size_t most, RowBuffers& buffers);
  ~RangeSorter() override;

  std::span<const RankRow> next() override;

 private:
  void read_range(const ColumnCounts::Range& range);
  std::span<const RankRow> read_on();
  bool is_streamed() const { return range_ > 0 && ranges_[range_ - 1].rows > most_; }
  /// Appends those rows of the range.
  void append(std::span<const RankRow> rows, const ColumnCounts::Range& range);

  const Spool<RankRow>& rows_;
  std::array<std::size_t, 4> order_;
  std::size_t columns_;
  std::vector<ColumnCounts::Range> ranges_;
  std::size_t most_;
  RowBuffers& buffers_;
  RowBuffers::Buffer buffer_;
  std::size_t range_ = 0;                         ///< the next one
  std::size_t at_ = 0;                            ///< in the rows of the range before it
  std::optional<Spool<RankRow>::Reader> reader_;  ///< of a range that is not sorted
};

}  // namespace dossier::storage
