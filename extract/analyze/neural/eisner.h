// SPDX-License-Identifier: Apache-2.0
// Finds the best projective tree with exactly one child of the root (Eisner 1996).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/analyze/neural/matrix.h"

namespace dossier::extract {

/// `scores`: row = dependent, column = head, both from the root 0; `size` words with the root.
/// Returns a head for every word; heads[0] is 0. O(size³).
std::vector<std::uint32_t> best_tree(const Matrix& scores, std::size_t size);

}  // namespace dossier::extract
