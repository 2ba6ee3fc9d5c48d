// SPDX-License-Identifier: Apache-2.0
// Counts that are exact without reading what they count. Private to storage/.
#pragma once

#include <cstdint>
#include <optional>

#include "storage/quad_source.h"
#include "storage/state/state.h"

namespace dossier::storage {

/// What is counted: a state under two deltas, that of the request's permutation and that of gspo.
struct Counted {
  const State& state;
  const Delta& delta;
  const Delta& gspo;
};

// See QuadSource. They are known when the delta has few changes in the range, and when every quad
// the range has is one row: the rows of one graph, of a store that has no other, or of all graphs
// with repeats.
std::optional<std::uint64_t> exact_count(const Counted& counted, const ScanRequest& request);
std::optional<std::uint64_t> exact_distinct(const Counted& counted, const ScanRequest& request);

}  // namespace dossier::storage
