// SPDX-License-Identifier: Apache-2.0
// Where folding stands. Private to storage/.
//
// Each permutation sweeps through its delta in key order, over and over. When a sweep is round, it
// has folded every change that was there when it began, wherever that change fell. It is round
// behind the highest of those: where keys ascend with time, there is no end to what comes behind.
#pragma once

#include <array>
#include <cstdint>
#include <exception>

#include "storage/delta/delta_pages.h"
#include "storage/state/state.h"

namespace dossier::storage {

struct Sweep {
  Key next = kLowestKey;       ///< everything below was folded since the sweep began
  Key last = kLowestKey;       ///< the highest change of then
  std::uint64_t begun_at = 0;  ///< the number the next page had then
};

/// Touched only by the holder of the write lock.
struct FoldState {
  DeltaPages pages;
  std::array<Sweep, kPermutationCount> sweeps;
  /// Why folding behind the last commit stopped; that commit was done, so the next tells.
  std::exception_ptr failure;
};

/// As of the moment of opening.
FoldState read_fold_state(const State& state);

}  // namespace dossier::storage
