// SPDX-License-Identifier: Apache-2.0
// Cases with the engine's answers as text, for comparing with other engines.
#pragma once

#include <cstdint>
#include <ostream>

#include "tests/differential/bench.h"

namespace dossier::naive {

/// Writes the cases of `count` seeds from `first`, without their own LIMIT and OFFSET, and leaves
/// out those whose answer is open. A case is a line "#case SEED", its N-Quads, "#query", its query,
/// then "#union" and "#strict" with a row a line: NAME=TERM, each ended by a tab.
void write_answers(std::ostream& out, Bench& bench, std::uint64_t first, std::uint64_t count);

}  // namespace dossier::naive
