// SPDX-License-Identifier: Apache-2.0
// A store's directory: what belongs there and how it comes to be.
//
//   PATH/lock   the writer's lock, with its process id
//   PATH/db/    RocksDB
//   PATH/load/  temporary files of a bulk load; removed at the next open
#pragma once

#include <cstdint>
#include <string>

#include "dossier/storage.h"

namespace dossier::storage {

/// The directory of a bulk load's temporary files.
std::string load_directory(const std::string& path);

/// Makes the directory when `mode` is create. Throws Error(storage) when it is missing, is no
/// directory, or holds something that is no knowledge base.
void prepare_directory(const std::string& path, OpenMode mode);

/// The size of all files in the directory. RocksDB removes files meanwhile: those count nothing.
std::uint64_t directory_bytes(const std::string& path);

}  // namespace dossier::storage
