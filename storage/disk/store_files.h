// SPDX-License-Identifier: Apache-2.0
// The directory of a store: its contents and its creation.
//
//   PATH/lock   the writer's lock, with its process id
//   PATH/db/    RocksDB
//   PATH/load/  temporary files of a bulk load; removed at the next open
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/storage.h"

namespace dossier::storage {

/// What to say of a store that has no data because its creation was interrupted.
inline constexpr std::string_view kUnfinished =
    "was not created completely. Write to it to finish it, for example with 'dossier load'.";

/// The directory of a bulk load's temporary files.
std::string load_directory(const std::string& path);

/// Creates the directory when `mode` is create. Throws Error(storage) when it does not exist, is
/// not a directory, or holds something other than a knowledge base.
void prepare_directory(const std::string& path, OpenMode mode);

/// The size of all files in the directory. Files that RocksDB removes meanwhile count as 0.
std::uint64_t directory_bytes(const std::string& path);

}  // namespace dossier::storage
