// Writing one permutation's blocks from sorted quads, merged with those already there. Private to
// storage/.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "storage/load/term_merge.h"

namespace dossier::storage {

/// Sorted keys, one after the other; none at the end.
using KeyStream = std::function<std::optional<Key>()>;
/// Told of each key the permutation did not have.
using FreshKey = std::function<void(const Key&)>;

/// Blocks no new quad falls into stay as they are. The state's delta must be empty. Returns the
/// index as it will be.
std::shared_ptr<const BlockIndex> merge_blocks(LoadContext& context, Permutation permutation,
                                               const KeyStream& keys, const FreshKey& fresh);

}  // namespace dossier::storage
