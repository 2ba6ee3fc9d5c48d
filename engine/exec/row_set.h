// SPDX-License-Identifier: Apache-2.0
// RowSet: different rows, found by the hash of their values.
#pragma once

#include <cstdint>
#include <utility>

#include "engine/exec/hash_index.h"
#include "engine/exec/row_store.h"

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

}  // namespace dossier
