// Folding: moving changes from the delta into the blocks. Private to storage/.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "storage/batch.h"
#include "storage/state.h"
#include "storage/writer.h"

namespace dossier::storage {

/// Works on the published state, with the writer's turn held by the caller. Each step is one batch:
/// new blocks, their index rows and the delta rows they settle, then a new state; what the store
/// holds does not change. Folding needs no sync of its own: the next synced commit carries it.
class Folder {
 public:
  explicit Folder(Published& published) : published_(published) {}

  /// Folds the most crowded blocks of permutations whose delta has outgrown its share. Costs
  /// nothing when none has.
  void fold_crowded();
  /// Folds everything. `go_on` is asked after each step; false stops, between two steps.
  void fold_all(const std::function<bool()>& go_on);

 private:
  void step(Permutation permutation, std::vector<std::size_t> blocks);

  Published& published_;
};

}  // namespace dossier::storage
