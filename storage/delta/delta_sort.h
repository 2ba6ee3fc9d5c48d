// SPDX-License-Identifier: Apache-2.0
// One set of changes, sorted for each permutation.
#pragma once

#include <array>
#include <memory>
#include <span>

#include "storage/delta/delta.h"

namespace dossier::storage {

/// The changes, their keys in spo order, as a run for each permutation. They may stand in any
/// order; of several to one quad the last holds.
std::array<std::shared_ptr<const DeltaRun>, kPermutationCount> sort_changes(
    std::span<const Change> changes);

}  // namespace dossier::storage
