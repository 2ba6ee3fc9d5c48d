// SPDX-License-Identifier: Apache-2.0
// Folding: moving changes from the delta into the blocks. Private to storage/.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "storage/disk/batch.h"
#include "storage/fold/current_state.h"
#include "storage/state/state.h"
#include "storage/state/write_lock.h"

namespace dossier::storage {

/// Works on the published state; the caller holds the write lock. Each step is one batch of new
/// blocks and their index rows, then a new state. The quads of the store do not change. Folding
/// needs no sync of its own: the next synced commit includes it.
class Folder {
 public:
  explicit Folder(CurrentState& current) : current_(current) {}

  /// Folds deltas that exceed their limit, in proportion to the `changes` of the commit: a small
  /// commit never pays for a large one. Costs nothing when no delta exceeds its limit.
  void fold_for(std::size_t changes);
  /// Folds everything. Calls `go_on` after each step and stops when it returns false.
  void fold_all(const std::function<bool()>& go_on);

 private:
  void step(Permutation permutation, std::size_t most_blocks);
  void drop_folded_pages();

  CurrentState& current_;
};

}  // namespace dossier::storage
