// SPDX-License-Identifier: Apache-2.0
// How RocksDB is set up for the store. Private to storage/.
#pragma once

#include <rocksdb/options.h>

#include <memory>

#include "storage/disk/database.h"

namespace dossier::storage {

/// `cache` is shared by all families, and memory tables are charged to it too: together they are
/// RocksDB's part of the budget; memory tables use up to half of it.
rocksdb::DBOptions database_options(OpenMode mode, const std::shared_ptr<rocksdb::Cache>& cache);
rocksdb::ColumnFamilyOptions family_options(Family family,
                                            const std::shared_ptr<rocksdb::Cache>& cache);

}  // namespace dossier::storage
