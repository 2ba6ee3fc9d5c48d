// SPDX-License-Identifier: Apache-2.0
// Stores of older versions. Private to storage/.
#pragma once

#include "storage/disk/database.h"

namespace dossier::storage {

/// Makes a store of version 2 or 3 one of the present version. Version 2 has no text index: the
/// index is incomplete unless the store is empty. Version 3 has a row for each term, which stays.
/// Killed at any moment, the store is of one version or the other, and the next writer goes on.
/// Does nothing to stores of other versions.
void upgrade(Database& database);

}  // namespace dossier::storage
