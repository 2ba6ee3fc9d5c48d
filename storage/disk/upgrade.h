// SPDX-License-Identifier: Apache-2.0
// Stores of older versions. Private to storage/.
#pragma once

#include "storage/disk/database.h"

namespace dossier::storage {

/// Makes a store of version 2, which has no text index, one of the present version. The index is
/// incomplete unless the store is empty. Killed at any moment, the store is of one version or the
/// other, and the next writer goes on. Does nothing to stores of other versions.
void upgrade(Database& database);

}  // namespace dossier::storage
