// SPDX-License-Identifier: Apache-2.0
// Restoring: a backup is unpacked beside its place and moved there when it has proved good.
#include <filesystem>

#include "dossier/error.h"
#include "storage/disk/backup.h"
#include "storage/disk/making.h"
#include "storage/disk/store_files.h"
#include "storage/state/state.h"
#include "storage/store.h"

namespace dossier::storage {
namespace {

void unpack(const std::string& backup_directory, const std::string& directory) {
  unpack_backup(backup_directory, database_path(directory));
  const std::size_t memory = OpenOptions{}.memory_bytes;
  load_state(Database::open(directory, OpenMode::existing, memory),
             std::make_shared<Caches>(memory));
}

// There is nothing at the path that a restored store would replace.
bool is_free(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::exists(path, error)) return true;
  if (!fs::is_directory(path, error)) return false;
  try {
    return place_of(path) != Place::store;
  } catch (const Error&) {
    return false;  // something else is in it
  }
}

}  // namespace

void Store::restore(const std::string& backup_directory, const std::string& path) {
  namespace fs = std::filesystem;
  if (!is_free(path)) {
    throw Error(ErrorCode::storage,
                path + " is not empty: restore to a new place, then move it where you want it.");
  }
  try {
    remove_leftovers(path);
    const auto lock = make_store(
        path, [&](const std::string& directory) { unpack(backup_directory, directory); });
    if (lock) return;
  } catch (const fs::filesystem_error& failure) {
    throw Error(ErrorCode::storage, std::string("cannot restore to ") + path + ": " +
                                        failure.code().message() +
                                        ". See that the disk has space.");
  }
  throw Error(ErrorCode::storage,
              "another process has created " + path + " meanwhile: restore to a new place.");
}

}  // namespace dossier::storage
