// SPDX-License-Identifier: Apache-2.0
// Reading and writing an open database. Opening is in open_database.cc, merging in housekeeping.cc.
#include <fmt/core.h>
#include <rocksdb/sst_file_reader.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "dossier/error.h"
#include "storage/disk/database.h"

namespace dossier::storage {
namespace {

// RocksDB has no code for this error, only the system's text.
bool is_about_descriptors(const rocksdb::Status& status) {
  const std::string text = status.ToString();
  return text.find(std::strerror(EMFILE)) != std::string::npos ||
         text.find(std::strerror(ENFILE)) != std::string::npos;
}

std::string_view remedy(const rocksdb::Status& status) {
  if (status.IsNoSpace() || status.IsCompactionTooLarge()) {
    return "The disk is full: free some space and try again.";
  }
  if (is_about_descriptors(status)) {
    return "Raise the limit of open files (for example 'ulimit -n 4096'), then run 'dossier "
           "compact', which merges small files.";
  }
  if (status.IsCorruption()) {
    return "The files are damaged: run 'check', or restore a backup.";
  }
  if (status.IsIOError()) {
    return "See that the directory exists, is readable and writable, and that the disk has space.";
  }
  return "Run 'check'; if it finds faults, restore a backup.";
}

// Nothing here deletes ranges. To skip them is not only quicker: an iterator of RocksDB 7.8 that
// looks for them ends without an error when it cannot open its next file.
rocksdb::ReadOptions read_options(const rocksdb::Snapshot* snapshot) {
  rocksdb::ReadOptions options;
  options.snapshot = snapshot;
  options.ignore_range_deletions = true;
  return options;
}

}  // namespace

void throw_status(const rocksdb::Status& status, const std::string& path, std::string_view action) {
  throw Error(ErrorCode::storage,
              fmt::format("cannot {} {}: {}. {}", action, path, status.ToString(), remedy(status)));
}

Database::~Database() {
  if (is_broken_) {  // see change(); the lock stays, as RocksDB's files are still in use
    static_cast<void>(db_.release());
    static_cast<void>(lock_.release());
    return;
  }
  for (auto* handle : owned_) db_->DestroyColumnFamilyHandle(handle);
  // A destructor cannot report an error; what was committed is in the log.
  if (db_) static_cast<void>(db_->Close());
}

void Database::require_whole() const {
  if (!is_broken_) return;
  throw Error(ErrorCode::limit,
              fmt::format("cannot write to {}: memory ran out in the middle of a write. Start the "
                          "program again; what was committed is kept.",
                          path_));
}

rocksdb::Options Database::options_for(Family family) const {
  rocksdb::ColumnFamilyDescriptor descriptor;
  const auto status = handle(family)->GetDescriptor(&descriptor);
  if (!status.ok()) throw_status(status, path_, "read the options of");
  return {db_->GetDBOptions(), descriptor.options};
}

std::optional<std::string> Database::get(Family family, std::string_view key,
                                         const rocksdb::Snapshot* snapshot) const {
  rocksdb::ReadOptions options = read_options(snapshot);
  // Blocks of the permutations are cached by Caches::blocks.
  options.fill_cache = static_cast<std::size_t>(family) >= kPermutationCount;
  std::string value;
  const auto status = db_->Get(options, handle(family), slice(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  if (!status.ok()) throw_status(status, path_, fmt::format("read {} of", name_of(family)));
  return value;
}

std::vector<std::optional<std::string>> Database::get_all(Family family,
                                                          const std::vector<std::string>& keys,
                                                          const rocksdb::Snapshot* snapshot) const {
  std::vector<std::optional<std::string>> out(keys.size());
  each_value(family, keys, snapshot, [&](std::size_t i, std::optional<std::string_view> value) {
    out[i] = value;
    return true;
  });
  return out;
}

// A group of keys is read at a time, one key where values are large.
bool Database::each_value(
    Family family, const std::vector<std::string>& keys, const rocksdb::Snapshot* snapshot,
    const std::function<bool(std::size_t, std::optional<std::string_view>)>& visit) const {
  constexpr std::size_t kMostKeys = 32;  // what RocksDB itself reads at a time
  constexpr std::size_t kFewBytes = std::size_t{256} << 10;
  const rocksdb::ReadOptions options = read_options(snapshot);
  const std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> values(std::min(keys.size(), kMostKeys));
  std::vector<rocksdb::Status> statuses(values.size());
  std::size_t count = kMostKeys;
  for (std::size_t at = 0; at < keys.size();) {
    count = std::min(count, keys.size() - at);
    db_->MultiGet(options, handle(family), count, slices.data() + at, values.data(),
                  statuses.data());
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const bool found = statuses[i].ok();
      if (!found && !statuses[i].IsNotFound())
        throw_status(statuses[i], path_, fmt::format("read {} of", name_of(family)));
      bytes += values[i].size();
      if (!visit(at + i, found ? std::optional(view(values[i])) : std::nullopt)) return false;
      values[i].Reset();
    }
    at += count;
    count = bytes > kFewBytes ? 1 : std::min(2 * count, kMostKeys);
  }
  return true;
}

std::unique_ptr<rocksdb::Iterator> Database::cursor(Family family,
                                                    const rocksdb::Snapshot* snapshot) const {
  return std::unique_ptr<rocksdb::Iterator>(
      db_->NewIterator(read_options(snapshot), handle(family)));
}

void Database::require_sound(const rocksdb::Iterator& cursor, Family family) const {
  if (!cursor.status().ok())
    throw_status(cursor.status(), path_, fmt::format("read {} of", name_of(family)));
}

void Database::each(Family family, std::string_view prefix, const rocksdb::Snapshot* snapshot,
                    const std::function<bool(std::string_view, std::string_view)>& visit) const {
  rocksdb::ReadOptions options = read_options(snapshot);
  options.fill_cache = family == Family::text;  // searches read the same words again
  const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(options, handle(family)));
  for (it->Seek(slice(prefix)); it->Valid(); it->Next()) {
    if (!view(it->key()).starts_with(prefix)) break;
    if (!visit(view(it->key()), view(it->value()))) break;
  }
  require_sound(*it, family);
}

void Database::write(rocksdb::WriteBatch& batch, Durability durability) {
  rocksdb::WriteOptions options;
  options.sync = durability == Durability::synced;
  const auto status = change([&] { return db_->Write(options, &batch); });
  if (!status.ok()) throw_status(status, path_, "write to");
  if (!options.sync) unsynced_ = true;
}

void Database::sync() {
  if (!unsynced_.exchange(false)) return;
  const auto status = change([&] { return db_->FlushWAL(true); });
  if (!status.ok()) throw_status(status, path_, "write to");
}

void Database::put(Family family, std::string_view key, std::string_view value) {
  rocksdb::WriteBatch batch;
  const auto status = batch.Put(handle(family), slice(key), slice(value));
  if (!status.ok()) throw_status(status, path_, "write to");
  write(batch, Durability::synced);
}

void Database::verify_files() {
  if (!is_secondary_) {
    const auto status = db_->VerifyChecksum();
    if (!status.ok()) throw_status(status, path_, "verify");
    return;
  }
  // RocksDB does not verify a secondary instance. A file that its writer has removed is no fault.
  std::vector<rocksdb::LiveFileMetaData> files;
  db_->GetLiveFilesMetaData(&files);
  for (const auto& file : files) {
    const std::string path = file.db_path + file.name;
    rocksdb::SstFileReader reader{rocksdb::Options{}};
    rocksdb::Status status = reader.Open(path);
    if (status.ok()) status = reader.VerifyChecksum();
    if (!status.ok() && std::filesystem::exists(path)) throw_status(status, path, "verify");
  }
}

std::shared_ptr<const rocksdb::Snapshot> Database::snapshot() {
  if (is_secondary_) return nullptr;
  const rocksdb::Snapshot* raw = db_->GetSnapshot();
  if (raw == nullptr) return nullptr;
  return {raw, [owner = shared_from_this()](const rocksdb::Snapshot* s) {
            owner->db_->ReleaseSnapshot(s);
          }};
}

}  // namespace dossier::storage
