// SPDX-License-Identifier: Apache-2.0
// BuildRows: rows that one thread gathers for a BuildSide, with the hashes of their join keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/exec/join_columns.h"
#include "engine/exec/row_store.h"
#include "engine/runtime/batch.h"

namespace dossier {

/// One thread at a time; several may read what is there.
class BuildRows {
 public:
  /// Rows that were found in one part of a scan: from `begin` to before `end`.
  struct Segment {
    std::size_t part;
    std::size_t begin;
    std::size_t end;
  };

  /// The budget must outlive it.
  BuildRows(std::size_t width, MemoryBudget& memory) : rows_(width, memory), charge_(memory) {}

  /// `part` ascends from call to call. The columns are those of the join; Error(limit).
  void add(const Batch& batch, std::size_t part, const JoinColumns& columns);

  const RowStore& rows() const noexcept { return rows_; }
  /// Of the rows' keys: their low bits, which are good.
  const std::vector<std::uint32_t>& hashes() const noexcept { return hashes_; }
  const std::vector<Segment>& segments() const noexcept { return segments_; }

 private:
  RowStore rows_;
  std::vector<std::uint32_t> hashes_;
  std::vector<Segment> segments_;
  MemoryCharge charge_;
};

}  // namespace dossier
