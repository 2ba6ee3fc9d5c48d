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

/// Works on the published state, with the write lock held by the caller. Each step is one batch:
/// new blocks and their index rows, then a new state; what the store holds does not change. Folding
/// needs no sync of its own: the next synced commit carries it.
class Folder {
 public:
  explicit Folder(CurrentState& current) : current_(current) {}

  /// Folds where a delta has outgrown its share, at most as much as is fair for a commit of so many
  /// changes: a small commit never pays for a large one. Costs nothing when no delta has.
  void fold_for(std::size_t changes);
  /// Folds everything. `go_on` is asked after each step; false stops, between two steps.
  void fold_all(const std::function<bool()>& go_on);

 private:
  void step(Permutation permutation, std::size_t most_blocks);
  void drop_settled_pages();

  CurrentState& current_;
};

}  // namespace dossier::storage
