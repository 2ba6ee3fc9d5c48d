// SPDX-License-Identifier: Apache-2.0
// The first rows of a database. Private to storage/.
#pragma once

#include <string>

#include "storage/disk/database.h"

namespace dossier::storage {

/// Writes the format version and the counters of an empty store, before anything else. Does nothing
/// in a database that has any rows.
void write_format(Database& database);

/// Makes an empty database below the directory and closes it.
void make_database(const std::string& directory);

}  // namespace dossier::storage
