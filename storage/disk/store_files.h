// SPDX-License-Identifier: Apache-2.0
// The directory of a store: what is in it.
//
//   PATH/lock          the writer's lock, with its process id
//   PATH/db/           RocksDB
//   PATH/load/         temporary files of a bulk load; removed at the next opening for writing
//   PATH/unfinished/   a store that is being made here; see making.h
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/storage.h"

namespace dossier::storage {

inline constexpr std::string_view kUnfinishedName = "unfinished";

/// What to say of a store that has no data because its creation was interrupted.
inline constexpr std::string_view kUnfinished =
    "was not created completely. Write to it to finish it, for example with 'dossier load'.";

/// The directory of a bulk load's temporary files.
std::string load_directory(const std::string& path);

enum class Place {
  missing,  ///< there is nothing
  empty,    ///< an empty directory
  started,  ///< a directory with no more than an interrupted creation has left
  store,
};

/// What is at `path`. Throws Error(storage) for a file, for a directory with something else in it,
/// and for a store without its main file.
Place place_of(const std::string& path);

/// Throws Error(storage) when there is nothing to open at `path`, with what is there instead.
void require_store(const std::string& path);

/// Throws Error(storage) when something in the directory is not a plain file or directory: a pipe,
/// which would make the program wait, or, for writers, a symbolic link, which would make it write
/// elsewhere. The path itself may be a link.
void require_plain_files(const std::string& path, OpenMode mode);

/// Removes what a killed process has left unfinished. Throws Error(storage) when it stays.
void remove_unfinished(const std::string& directory);

/// The size of all files in the directory. Files that RocksDB removes meanwhile count as 0.
std::uint64_t directory_bytes(const std::string& path);

}  // namespace dossier::storage
