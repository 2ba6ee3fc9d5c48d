// SPDX-License-Identifier: Apache-2.0
// The quads of a load into the blocks of all permutations. Private to storage/.
#pragma once

#include "storage/load/context.h"
#include "storage/load/term_merge.h"

namespace dossier::storage {

/// All terms must be numbered and ranked. Sets the indexes of `next` and returns how many quads
/// the store did not have. The chunks forget their quads.
std::uint64_t merge_quads(LoadContext& context, const InlinedNumbers& inlined, State& next);

}  // namespace dossier::storage
