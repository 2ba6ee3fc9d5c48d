// SPDX-License-Identifier: Apache-2.0
// A quad pattern against a permutation.
#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "engine/plan/physical.h"

namespace dossier {

/// A quad pattern against a permutation: which columns are constants, variables, repeats.
struct PatternColumns {
  PatternColumns(const plan::QuadPattern& pattern, storage::Permutation permutation);

  storage::ScanRequest request;  ///< with all leading constants as the prefix
  /// By Position; empty for a place that is a constant and for the graph when nobody asks.
  std::array<std::optional<Slot>, 4> slots;
  /// Constants behind the prefix: to compare with.
  std::array<TermId, 4> residual{};
  /// Pairs of places that must hold the same term: a variable written twice.
  std::vector<std::pair<Position, Position>> equal;
  /// A constant no quad can have.
  bool impossible = false;
};

}  // namespace dossier
