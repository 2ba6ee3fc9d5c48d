// SPDX-License-Identifier: Apache-2.0
// Store::load(): reading files and choosing the way into the store. Private to storage/.
#pragma once

#include <span>
#include <string>

#include "dossier/storage.h"
#include "storage/fold/current_state.h"
#include "storage/state/write_lock.h"

namespace dossier::storage {

/// What is not large is inserted by a transaction, the rest by a bulk load, which keeps its
/// temporary files in `directory`.
LoadReport load_files(CurrentState& current, WriteLock& lock, const std::string& directory,
                      std::span<const LoadInput> inputs, const LoadOptions& options);

}  // namespace dossier::storage
