// SPDX-License-Identifier: Apache-2.0
// The text index of data that no transaction indexed, and of data that is gone. Private to
// storage/.
#pragma once

#include <functional>

#include "dossier/text_index.h"
#include "storage/fold/current_state.h"

namespace dossier::storage {

/// Indexes all texts again and says that the index is complete. The caller holds the write lock. A
/// killed or stopped run leaves an index that is incomplete, or has more than before. Throws
/// Error(cancelled) when the callback returned false.
void build_text_index(CurrentState& current, const TextIndexOptions& options);

/// Says that the index is complete after a load, if the load has added no quad with a text to
/// `before`. The caller holds the write lock.
void settle_text_index(CurrentState& current, const State& before);

/// Removes the texts that no quad has any more. The caller holds the write lock. Stops early when
/// `go_on` returns false.
void prune_text_index(CurrentState& current, const std::function<bool()>& go_on);

}  // namespace dossier::storage
