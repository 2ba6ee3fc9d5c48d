// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/backup.h"

#include <fmt/core.h>
#include <rocksdb/env.h>
#include <rocksdb/utilities/backup_engine.h>

#include <array>
#include <filesystem>
#include <memory>
#include <string_view>

#include "dossier/error.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

enum class For { reading, writing };

// What RocksDB keeps in the directory; the rest is not ours. The deepest is private/NUMBER/FILE.
constexpr std::array<const char*, 4> kFolders{"meta", "private", "shared", "shared_checksum"};
constexpr int kDepth = 3;

[[noreturn]] void refuse(const fs::path& path, std::string_view what) {
  throw Error(ErrorCode::storage, fmt::format("{} {}", path.string(), what));
}

// Throws for a pipe, which RocksDB would wait for, for a device, and for a link that it would write
// through. What cannot be looked at, RocksDB will complain of.
void require_plain(const fs::directory_entry& entry, For purpose, int depth = kDepth) {
  std::error_code error;
  if (purpose == For::writing && entry.is_symlink(error))
    refuse(entry.path(), "is a symbolic link, and nothing is written through links.");
  const fs::file_status status = entry.status(error);
  if (!fs::exists(status) || fs::is_regular_file(status)) return;
  if (!fs::is_directory(status)) refuse(entry.path(), "is no plain file, so this is no backup.");
  if (depth == 1) return;
  for (fs::directory_iterator at(entry.path(), error), end; !error && at != end;
       at.increment(error)) {
    require_plain(*at, purpose, depth - 1);
  }
}

void require_plain_backup(const fs::path& directory, For purpose) {
  for (const char* const name : kFolders) {
    std::error_code missing;
    const fs::directory_entry entry(directory / name, missing);
    if (!missing) require_plain(entry, purpose);
  }
}

}  // namespace

void make_backup(Database& database, const std::string& directory) {
  rocksdb::BackupEngine* raw = nullptr;
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) {
    throw Error(ErrorCode::storage, "cannot create the directory " + directory + ": " +
                                        error.message() + ". Give a place that can be written to.");
  }
  require_plain_backup(directory, For::writing);
  const rocksdb::BackupEngineOptions options(directory);
  rocksdb::IOStatus status = rocksdb::BackupEngine::Open(rocksdb::Env::Default(), options, &raw);
  const std::unique_ptr<rocksdb::BackupEngine> engine(raw);
  if (!status.ok()) throw_status(status, directory, "open the backup");
  rocksdb::CreateBackupOptions create;
  create.flush_before_backup = true;  // table files are shared between backups, logs are not
  status = database.change([&] { return engine->CreateNewBackup(create, &database.db()); });
  if (!status.ok()) throw_status(status, directory, "write the backup");
}

void unpack_backup(const std::string& directory, const std::string& database_directory) {
  if (!fs::is_directory(directory)) refuse(directory, "is no directory of backups.");
  require_plain_backup(directory, For::reading);
  rocksdb::BackupEngineReadOnly* raw = nullptr;
  const rocksdb::BackupEngineOptions options(directory);
  rocksdb::IOStatus status =
      rocksdb::BackupEngineReadOnly::Open(rocksdb::Env::Default(), options, &raw);
  const std::unique_ptr<rocksdb::BackupEngineReadOnly> engine(raw);
  if (!status.ok()) throw_status(status, directory, "open the backup");
  rocksdb::BackupInfo newest;
  if (!engine->GetLatestBackupInfo(&newest).ok()) refuse(directory, "holds no complete backup.");
  status = engine->VerifyBackup(newest.backup_id, true);
  if (!status.ok()) throw_status(status, directory, "verify the backup");
  status = engine->RestoreDBFromBackup(newest.backup_id, database_directory, database_directory);
  if (!status.ok()) throw_status(status, database_directory, "restore to");
}

}  // namespace dossier::storage
