// SPDX-License-Identifier: Apache-2.0
// Backups of a store, by RocksDB's backup engine. Private to storage/.
#pragma once

#include <string>

#include "storage/disk/database.h"

namespace dossier::storage {

/// Adds a backup to `directory`, sharing files with those already there. Throws Error(storage).
void make_backup(Database& database, const std::string& directory);

/// Verifies the newest backup of `directory` and unpacks it to `database_directory`, which must not
/// exist. Throws Error(storage).
void unpack_backup(const std::string& directory, const std::string& database_directory);

}  // namespace dossier::storage
