// SPDX-License-Identifier: Apache-2.0
// BuildSide: all rows of an operator, kept and indexed by the hash of their join keys. Once read it
// is safe for concurrent reads.
#pragma once

#include "engine/exec/hash_index.h"
#include "engine/exec/join_columns.h"
#include "engine/exec/operator.h"
#include "engine/exec/row_store.h"

namespace dossier {

class BuildSide {
 public:
  BuildSide(const Layout& layout, MemoryBudget& memory)
      : layout_(layout), rows_(layout.size(), memory), index_(memory) {}

  const Layout& layout() const noexcept { return layout_; }

  /// Opens `source`, reads it to the end and closes it.
  void read(Operator& source, const JoinColumns& columns);
  void clear() noexcept {
    rows_.clear();
    index_.clear();
  }

  std::uint32_t first(std::uint64_t hash) const noexcept { return index_.first(hash); }
  std::uint32_t next(std::uint32_t row) const noexcept { return index_.next(row); }
  bool has_hash(std::uint32_t row, std::uint64_t hash) const noexcept {
    return index_.hash(row) == hash;
  }
  const TermId* operator[](std::uint32_t row) const noexcept { return rows_[row]; }
  std::size_t size() const noexcept { return rows_.size(); }

 private:
  Layout layout_;
  RowStore rows_;
  HashIndex index_;
};

}  // namespace dossier
