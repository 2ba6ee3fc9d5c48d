// SPDX-License-Identifier: Apache-2.0
// Store::load(): reads the sources, then inserts by a transaction or by a bulk load. Private to
// storage/.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "dossier/storage.h"
#include "storage/fold/current_state.h"
#include "storage/load/pieces.h"

namespace dossier::storage {

/// A small load is inserted by a transaction, a large one by a bulk load, which keeps its temporary
/// files in `directory`.
LoadReport load_sources(const std::shared_ptr<CurrentState>& current, const std::string& directory,
                        std::span<const LoadSource> sources, const LoadOptions& options);

}  // namespace dossier::storage
