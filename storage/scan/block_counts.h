// SPDX-License-Identifier: Apache-2.0
// Counts of what the blocks hold, the delta aside: of whole blocks from the index, of the first and
// last in part from themselves. Private to storage/.
#pragma once

#include <cstdint>

#include "storage/state/state.h"

namespace dossier::storage {

std::uint64_t rows_in(const State& state, Permutation permutation, const KeyRange& range);
/// Different second ids below the one first id of the range.
std::uint64_t seconds_in(const State& state, Permutation permutation, const KeyRange& range);

}  // namespace dossier::storage
