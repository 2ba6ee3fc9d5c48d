// SPDX-License-Identifier: Apache-2.0
// Making a store so that it appears at its path whole, or not at all. Private to storage/.
//
//   PATH.new-PID/unfinished/   a store that is being made, when PATH does not exist
//   PATH/unfinished/           the same, when PATH is an empty directory, perhaps a mount point
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "storage/disk/lock.h"

namespace dossier::storage {

/// Makes a store at `path`, which is missing or empty (place_of()): `fill` gets a directory and
/// makes the database below it, then the store is put on disk and in its place. Until then nothing
/// is at `path`; when the process dies, what it made is left beside. Several processes may make the
/// same store: the first one wins. Returns the lock of the new store, or null if another process
/// has made one meanwhile. Throws Error(storage), Error(conflict) and what `fill` throws; then
/// nothing is left.
std::unique_ptr<DirectoryLock> make_store(const std::string& path,
                                          const std::function<void(const std::string&)>& fill);

/// Removes what killed processes left when they were making a store at `path`, and nothing that
/// this library did not make. Ignores what it cannot remove.
void remove_leftovers(const std::string& path);

/// The name of such a leftover beside `path`; empty if there is none.
std::string leftover_beside(const std::string& path);

}  // namespace dossier::storage
