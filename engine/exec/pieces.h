// SPDX-License-Identifier: Apache-2.0
// Work that is cut into numbered pieces, which one or several threads do.
#pragma once

#include <cstddef>
#include <functional>

#include "engine/runtime/limits.h"

namespace dossier {

/// `limits` are those of the thread that does the piece.
using PieceWork = std::function<void(Limits& limits, std::size_t piece)>;
/// Has `work` done for all pieces below `count`, and comes back when it is done.
using SharePieces = std::function<void(std::size_t count, const PieceWork& work)>;

/// For one thread, which has these limits. They must outlive it.
inline SharePieces alone(Limits& limits) {
  return [&limits](std::size_t count, const PieceWork& work) {
    for (std::size_t i = 0; i < count; ++i) work(limits, i);
  };
}

}  // namespace dossier
