// How RocksDB is set up for the store. Private to storage/.
#pragma once

#include <rocksdb/options.h>

#include <memory>

#include "storage/database.h"

namespace dossier::storage {

rocksdb::DBOptions database_options(OpenMode mode, std::size_t memory_bytes);
/// `cache` is shared by all families.
rocksdb::ColumnFamilyOptions family_options(Family family,
                                            const std::shared_ptr<rocksdb::Cache>& cache);

}  // namespace dossier::storage
