// SPDX-License-Identifier: Apache-2.0
// Store::statistics(). Private to storage/.
#pragma once

#include <memory>
#include <string>

#include "dossier/storage.h"
#include "storage/state/state.h"

namespace dossier::storage {

/// `path` is the store's directory.
Statistics statistics_of(const std::shared_ptr<const State>& state, const std::string& path);

}  // namespace dossier::storage
