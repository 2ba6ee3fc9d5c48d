// SPDX-License-Identifier: Apache-2.0
// RowStore: rows an operator keeps, row after row in large chunks, charged to the query's memory.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "engine/runtime/memory_budget.h"
#include "model/term_id.h"

namespace dossier {

class RowStore {
 public:
  /// The budget must outlive the store.
  RowStore(std::size_t width, MemoryBudget& memory)
      : width_(width), shift_(shift_for(width)), memory_(memory) {}
  RowStore(const RowStore&) = delete;
  RowStore& operator=(const RowStore&) = delete;
  ~RowStore() { clear(); }

  std::size_t size() const noexcept { return size_; }
  std::size_t width() const noexcept { return width_; }
  bool empty() const noexcept { return size_ == 0; }

  /// Room for one more row: `width()` values to write. Throws Error(limit).
  TermId* add() {
    const std::size_t at = size_ & (chunk_rows() - 1);
    if (at == 0 && (size_ >> shift_) == chunks_.size()) grow();
    return chunks_[size_++ >> shift_].get() + at * width_;
  }
  const TermId* operator[](std::size_t row) const noexcept {
    return chunks_[row >> shift_].get() + (row & (chunk_rows() - 1)) * width_;
  }
  TermId* operator[](std::size_t row) noexcept {
    return chunks_[row >> shift_].get() + (row & (chunk_rows() - 1)) * width_;
  }
  /// Row number r is number r % 2^chunk_shift() of chunk r / 2^chunk_shift().
  std::size_t chunk_shift() const noexcept { return shift_; }
  void append_chunks(std::vector<const TermId*>& to) const {
    for (const auto& chunk : chunks_) to.push_back(chunk.get());
  }
  /// Forgets the rows and gives the memory back.
  void clear() noexcept;
  /// Forgets the rows and keeps the memory for the next ones.
  void reuse() noexcept { size_ = 0; }

 private:
  /// Chunks of 256 rows, of fewer when they are wide.
  static constexpr std::size_t shift_for(std::size_t width) noexcept {
    constexpr std::size_t kMostValues = 8192;
    std::size_t shift = 8;
    while (shift > 0 && (width << shift) > kMostValues) --shift;
    return shift;
  }

  void grow();
  std::size_t chunk_rows() const noexcept { return std::size_t{1} << shift_; }
  std::size_t chunk_bytes() const noexcept { return chunk_rows() * width_ * sizeof(TermId); }

  std::size_t width_;
  std::size_t shift_;
  MemoryBudget& memory_;
  std::vector<std::unique_ptr<TermId[]>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace dossier
