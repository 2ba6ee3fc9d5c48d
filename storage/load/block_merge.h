// SPDX-License-Identifier: Apache-2.0
// Writing one permutation's blocks from sorted quads, merged with those already there. Private to
// storage/.
#pragma once

#include <memory>

#include "storage/load/context.h"
#include "storage/load/key_reader.h"
#include "storage/load/spool.h"

namespace dossier::storage {

/// Blocks no new quad falls into stay as they are. The state's delta must be empty. Rows the
/// permutation did not have go to `fresh`, unless it is null. Returns the index as it will be.
std::shared_ptr<const BlockIndex> merge_blocks(const LoadContext& context, Permutation permutation,
                                               KeyReader& keys, Spool<RankRow>* fresh);

}  // namespace dossier::storage
