// SPDX-License-Identifier: Apache-2.0
// Store::compact(). Private to storage/.
#pragma once

#include "dossier/storage.h"
#include "storage/fold/current_state.h"

namespace dossier::storage {

/// Folds the delta, removes old texts from the text index, and compacts the files.
void compact_store(CurrentState& current, const ProgressCallback& progress);

}  // namespace dossier::storage
