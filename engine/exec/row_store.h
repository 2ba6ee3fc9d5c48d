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
  RowStore(std::size_t width, MemoryBudget& memory) : width_(width), memory_(memory) {}
  RowStore(const RowStore&) = delete;
  RowStore& operator=(const RowStore&) = delete;
  ~RowStore() { clear(); }

  std::size_t size() const noexcept { return size_; }
  std::size_t width() const noexcept { return width_; }
  bool empty() const noexcept { return size_ == 0; }

  /// Room for one more row: `width()` values to write. Throws Error(limit).
  TermId* add() {
    const std::size_t at = size_ & (kChunkRows - 1);
    if (at == 0 && (size_ >> kChunkShift) == chunks_.size()) grow();
    return chunks_[size_++ >> kChunkShift].get() + at * width_;
  }
  const TermId* operator[](std::size_t row) const noexcept {
    return chunks_[row >> kChunkShift].get() + (row & (kChunkRows - 1)) * width_;
  }
  TermId* operator[](std::size_t row) noexcept {
    return chunks_[row >> kChunkShift].get() + (row & (kChunkRows - 1)) * width_;
  }
  /// Forgets the rows and gives the memory back.
  void clear() noexcept;
  /// Forgets the rows and keeps the memory for the next ones.
  void reuse() noexcept { size_ = 0; }

 private:
  static constexpr std::size_t kChunkShift = 10;
  static constexpr std::size_t kChunkRows = std::size_t{1} << kChunkShift;

  void grow();
  std::size_t chunk_bytes() const noexcept { return kChunkRows * width_ * sizeof(TermId); }

  std::size_t width_;
  MemoryBudget& memory_;
  std::vector<std::unique_ptr<TermId[]>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace dossier
