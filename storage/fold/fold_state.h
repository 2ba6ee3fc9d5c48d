// SPDX-License-Identifier: Apache-2.0
// The progress of folding. Private to storage/.
//
// Each permutation is folded in repeated sweeps through its delta in key order. A sweep ends at the
// highest key that was in the delta when it began; by then it has folded every change of that
// moment. It does not go to the delta's current end, because a long ingest appends ascending keys
// and the end would never be reached.
#pragma once

#include <array>
#include <cstdint>
#include <exception>

#include "storage/delta/delta_pages.h"
#include "storage/state/state.h"

namespace dossier::storage {

struct Sweep {
  Key next = kLowestKey;       ///< everything below was folded since the sweep began
  Key last = kLowestKey;       ///< the highest change when the sweep began
  std::uint64_t begun_at = 0;  ///< the number of the next page when the sweep began
};

/// Used only by the holder of the write lock.
struct FoldState {
  DeltaPages pages;
  std::array<Sweep, kPermutationCount> sweeps;
  /// Why folding after the last commit failed. That commit was durable, so the next one reports it.
  std::exception_ptr failure;
};

/// For a store that has just been opened.
FoldState read_fold_state(const State& state);

}  // namespace dossier::storage
