// SPDX-License-Identifier: Apache-2.0
// Rewriting blocks of one permutation with changes merged in. Private to storage/.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "storage/disk/batch.h"
#include "storage/state/state.h"

namespace dossier::storage {

/// The sizes `rows` rows are cut into: full blocks and a rest where rows are appended at the end,
/// so that ascending inserts leave full blocks behind; equal parts, with room to grow, elsewhere.
std::vector<std::size_t> cut_rows(std::size_t rows, bool at_end);

/// Old rows with changes applied; both ascending.
std::vector<Key> apply_changes(const std::vector<Key>& rows, std::span<const Change> changes);

/// Blocks are named by their place in the index the rewrite began with, and handled in ascending
/// order.
class Rewrite {
 public:
  struct Span {
    Key low;          ///< the changes from here
    Key high;         ///< to here are in the blocks now
    std::size_t end;  ///< the first block after them
    bool cut;         ///< the last block has more changes, for another rewrite
  };

  Rewrite(const State& state, Permutation permutation);

  /// Merges block `begin` with the delta's changes to it, or with the first of them if there are
  /// very many. Continues with the next blocks while the result is small.
  Span fold(std::size_t begin, Batch& batch);
  /// The index that has the new blocks.
  std::shared_ptr<const BlockIndex> finish();

 private:
  void keep_until(std::size_t block);
  /// The first changes of a range; `range.high` is lowered when there are more.
  std::vector<Change> changes_in(KeyRange& range) const;
  std::vector<Key> take(std::size_t block, Batch& batch) const;
  void put(std::span<const Key> rows, Batch& batch);

  const State& state_;
  Permutation permutation_;
  const BlockIndex& index_;
  std::size_t done_ = 0;
  std::vector<BlockEntry> entries_;
};

}  // namespace dossier::storage
