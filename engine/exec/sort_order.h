// SPDX-License-Identifier: Apache-2.0
// SortOrder: the order of the rows of one or several SortRows, found by several threads: sample
// sort (Frazer and McKellar, JACM 1970). Some rows, evenly taken, are sorted; they cut the order
// into pieces; each row is put into its piece; each piece is sorted by one thread. So nothing is
// left to be merged.
//
// Most comparisons look at 64 bits that lie beside the row's number (SortRows::head), as in
// "AlphaSort" (Nyberg and others, 1995).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/exec/pieces.h"
#include "engine/exec/sort_rows.h"

namespace dossier {

/// One thread at a time.
class SortOrder {
 public:
  /// All must outlive it. `limit`: see size(). The memory is used by the thread that calls.
  SortOrder(std::vector<SortRows*> runs, MemoryBudget& memory, std::optional<std::uint64_t> limit);

  /// Makes the rows' keys and sorts. `threads` is how many `share` uses. Throws Error.
  void make(std::size_t threads, const SharePieces& share);
  /// How many rows there are, the first `limit` of them at most.
  std::size_t size() const noexcept { return size_; }
  const TermId* operator[](std::size_t place) const noexcept {
    return (*runs_[places_[place].run])[places_[place].row];
  }
  /// Which of the runs the row is from.
  std::size_t run(std::size_t place) const noexcept { return places_[place].run; }

 private:
  struct Place {
    std::uint64_t head;
    std::uint32_t run;
    std::uint32_t row;
  };
  /// Of one run: the rows' heads and pieces, and where the next row of a piece goes.
  struct Cut;

  bool is_before(const Place& a, const Place& b) const {
    if (a.head != b.head) return a.head < b.head;
    return SortRows::order(*runs_[a.run], a.row, *runs_[b.run], b.row) < 0;
  }
  Place place(std::uint32_t run, std::uint32_t row) const {
    return {runs_[run]->head(row), run, row};
  }
  bool is_plain(std::size_t condition) const;
  std::size_t common_length_of_texts() const;
  std::vector<Place> splitters(std::size_t pieces) const;
  void fill(std::size_t pieces, const SharePieces& share);
  void cut(Cut& cut, std::uint32_t run, const std::vector<Place>& splitters, Limits& limits) const;
  void put(Cut& cut, std::uint32_t run);
  void sort(std::size_t piece, Limits& limits);

  std::vector<SortRows*> runs_;
  MemoryBudget& memory_;
  std::optional<std::uint64_t> limit_;
  std::size_t total_ = 0;
  std::size_t size_ = 0;
  std::unique_ptr<Place[]> places_;
  std::vector<std::size_t> ends_;  ///< by piece
  MemoryCharge charge_;
};

}  // namespace dossier
