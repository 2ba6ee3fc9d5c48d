// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/backup.h"

#include <rocksdb/env.h>
#include <rocksdb/utilities/backup_engine.h>

#include <filesystem>
#include <memory>

#include "dossier/error.h"

namespace dossier::storage {

void make_backup(Database& database, const std::string& directory) {
  rocksdb::BackupEngine* raw = nullptr;
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) {
    throw Error(ErrorCode::storage, "cannot create the directory " + directory + ": " +
                                        error.message() + ". Give a place that can be written to.");
  }
  const rocksdb::BackupEngineOptions options(directory);
  rocksdb::IOStatus status = rocksdb::BackupEngine::Open(rocksdb::Env::Default(), options, &raw);
  const std::unique_ptr<rocksdb::BackupEngine> engine(raw);
  if (!status.ok()) throw_status(status, directory, "open the backup");
  rocksdb::CreateBackupOptions create;
  create.flush_before_backup = true;  // table files are shared between backups, logs are not
  status = engine->CreateNewBackup(create, &database.db());
  if (!status.ok()) throw_status(status, directory, "write the backup");
}

void unpack_backup(const std::string& directory, const std::string& database_directory) {
  const auto refuse = [&](const std::string& what) {
    throw Error(ErrorCode::storage, directory + " " + what);
  };
  if (!std::filesystem::is_directory(directory)) refuse("is no directory of backups.");
  rocksdb::BackupEngineReadOnly* raw = nullptr;
  const rocksdb::BackupEngineOptions options(directory);
  rocksdb::IOStatus status =
      rocksdb::BackupEngineReadOnly::Open(rocksdb::Env::Default(), options, &raw);
  const std::unique_ptr<rocksdb::BackupEngineReadOnly> engine(raw);
  if (!status.ok()) throw_status(status, directory, "open the backup");
  rocksdb::BackupInfo newest;
  if (!engine->GetLatestBackupInfo(&newest).ok()) refuse("holds no complete backup.");
  status = engine->VerifyBackup(newest.backup_id, true);
  if (!status.ok()) throw_status(status, directory, "verify the backup");
  status = engine->RestoreDBFromBackup(newest.backup_id, database_directory, database_directory);
  if (!status.ok()) throw_status(status, database_directory, "restore to");
}

}  // namespace dossier::storage
