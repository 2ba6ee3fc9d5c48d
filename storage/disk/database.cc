// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/database.h"

#include <fmt/core.h>
#include <rocksdb/cache.h>
#include <rocksdb/sst_file_reader.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "dossier/error.h"
#include "storage/disk/database_options.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, kFamilyCount> kFamilyNames{
    "spo",         "sop",  "pso",  "pos",     "osp",   "ops",        "gspo",
    "block_index", "meta", "term", "term_id", "delta", "saved_query"};

std::string_view remedy(const rocksdb::Status& status) {
  if (status.IsNoSpace() || status.IsCompactionTooLarge()) {
    return "The disk is full: free some space and try again.";
  }
  if (status.IsCorruption()) {
    return "The files are damaged: run 'check', or restore a backup.";
  }
  if (status.IsIOError()) {
    return "See that the directory exists, is readable and writable, and that the disk has space.";
  }
  return "Run 'check'; if it finds faults, restore a backup.";
}

std::vector<rocksdb::ColumnFamilyDescriptor> descriptors(
    const std::vector<std::string>& existing, const std::shared_ptr<rocksdb::Cache>& cache) {
  std::vector<rocksdb::ColumnFamilyDescriptor> out;
  for (std::size_t i = 0; i < kFamilyCount; ++i) {
    out.emplace_back(std::string(kFamilyNames[i]), family_options(static_cast<Family>(i), cache));
  }
  out.emplace_back(rocksdb::kDefaultColumnFamilyName, rocksdb::ColumnFamilyOptions{});
  // Families of a newer format must be named too, or RocksDB refuses before we can say why.
  for (const auto& name : existing) {
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const auto& d) { return d.name == name; });
    if (!known) out.emplace_back(name, rocksdb::ColumnFamilyOptions{});
  }
  return out;
}

// Grows whenever table files replace a part of the log.
std::string manifest_state(const std::string& path) {
  std::ifstream current(fs::path(path) / "CURRENT");
  std::string manifest;
  std::getline(current, manifest);
  std::error_code error;
  const auto bytes = fs::file_size(fs::path(path) / manifest, error);
  return fmt::format("{} {}", manifest, error ? 0 : bytes);
}

}  // namespace

std::string_view name_of(Family family) { return kFamilyNames[static_cast<std::size_t>(family)]; }

void throw_status(const rocksdb::Status& status, const std::string& path, std::string_view action) {
  throw Error(ErrorCode::storage,
              fmt::format("cannot {} {}: {}. {}", action, path, status.ToString(), remedy(status)));
}

std::string database_path(const std::string& store_path) {
  return (fs::path(store_path) / "db").string();
}

std::shared_ptr<Database> Database::open_now(const std::string& store_path, OpenMode mode,
                                             std::size_t memory_bytes) {
  std::shared_ptr<Database> out(new Database);
  out->path_ = store_path;
  out->is_secondary_ = mode == OpenMode::read_only;
  const std::string path = database_path(store_path);
  const auto cache = rocksdb::NewLRUCache(memory_bytes / 4);
  const rocksdb::DBOptions options = database_options(mode, cache);
  std::vector<std::string> existing;
  if (fs::exists(fs::path(path) / "CURRENT")) {
    const auto status = rocksdb::DB::ListColumnFamilies(options, path, &existing);
    if (!status.ok()) throw_status(status, store_path, "open");
  }
  const auto families = descriptors(existing, cache);
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const auto status =
      mode == OpenMode::read_only
          ? rocksdb::DB::OpenAsSecondary(options, path, path, families, &handles, &db)
          : rocksdb::DB::Open(options, path, families, &handles, &db);
  if (!status.ok()) throw_status(status, store_path, "open");
  out->attach(db, std::move(handles));
  return out;
}

// A secondary instance reads the manifest first and the log after it. When a writer moves a part of
// the log to table files in between, that part is in neither, and catching up does not repair it.
// So the instance is opened again until the manifest has not changed in the meantime.
std::shared_ptr<Database> Database::open_beside_writer(const std::string& store_path,
                                                       std::size_t memory_bytes) {
  constexpr auto kRetryFor = std::chrono::seconds(20);
  const auto end = std::chrono::steady_clock::now() + kRetryFor;
  const std::string path = database_path(store_path);
  do {
    const std::string manifest = manifest_state(path);
    auto database = open_now(store_path, OpenMode::read_only, memory_bytes);
    if (manifest_state(path) == manifest) return database;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  } while (std::chrono::steady_clock::now() < end);
  throw Error(ErrorCode::storage,
              fmt::format("{} is being changed faster than it can be opened. Try again when its "
                          "writer is less busy.",
                          store_path));
}

std::shared_ptr<Database> Database::open(const std::string& store_path, OpenMode mode,
                                         std::size_t memory_bytes,
                                         std::unique_ptr<DirectoryLock> lock) {
  if (mode == OpenMode::read_only) return open_beside_writer(store_path, memory_bytes);
  auto database = open_now(store_path, mode, memory_bytes);
  database->lock_ = std::move(lock);
  return database;
}

void Database::attach(rocksdb::DB* db, std::vector<rocksdb::ColumnFamilyHandle*> handles) {
  db_.reset(db);
  owned_ = std::move(handles);
  std::copy_n(owned_.begin(), kFamilyCount, handles_.begin());
}

Database::~Database() {
  for (auto* handle : owned_) db_->DestroyColumnFamilyHandle(handle);
  // A destructor cannot report an error; what was committed is in the log.
  if (db_) static_cast<void>(db_->Close());
}

rocksdb::Options Database::options_for(Family family) const {
  rocksdb::ColumnFamilyDescriptor descriptor;
  const auto status = handle(family)->GetDescriptor(&descriptor);
  if (!status.ok()) throw_status(status, path_, "read the options of");
  return {db_->GetDBOptions(), descriptor.options};
}

std::optional<std::string> Database::get(Family family, std::string_view key,
                                         const rocksdb::Snapshot* snapshot) const {
  rocksdb::ReadOptions options;
  options.snapshot = snapshot;
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
  rocksdb::ReadOptions options;
  options.snapshot = snapshot;
  std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> values(keys.size());
  std::vector<rocksdb::Status> statuses(keys.size());
  db_->MultiGet(options, handle(family), keys.size(), slices.data(), values.data(),
                statuses.data());
  std::vector<std::optional<std::string>> out(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (statuses[i].ok()) {
      out[i] = values[i].ToString();
    } else if (!statuses[i].IsNotFound()) {
      throw_status(statuses[i], path_, fmt::format("read {} of", name_of(family)));
    }
  }
  return out;
}

void Database::each(Family family, std::string_view prefix, const rocksdb::Snapshot* snapshot,
                    const std::function<bool(std::string_view, std::string_view)>& visit) const {
  rocksdb::ReadOptions options;
  options.snapshot = snapshot;
  options.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(options, handle(family)));
  for (it->Seek(slice(prefix)); it->Valid(); it->Next()) {
    if (!view(it->key()).starts_with(prefix)) break;
    if (!visit(view(it->key()), view(it->value()))) break;
  }
  if (!it->status().ok()) {
    throw_status(it->status(), path_, fmt::format("read {} of", name_of(family)));
  }
}

void Database::write(rocksdb::WriteBatch& batch, Durability durability) {
  rocksdb::WriteOptions options;
  options.sync = durability == Durability::synced;
  const auto status = db_->Write(options, &batch);
  if (!status.ok()) throw_status(status, path_, "write to");
  unsynced_ = !options.sync;
}

void Database::sync() {
  if (!unsynced_.exchange(false)) return;
  const auto status = db_->FlushWAL(true);
  if (!status.ok()) throw_status(status, path_, "write to");
}

void Database::put(Family family, std::string_view key, std::string_view value) {
  rocksdb::WriteBatch batch;
  const auto status = batch.Put(handle(family), slice(key), slice(value));
  if (!status.ok()) throw_status(status, path_, "write to");
  write(batch, Durability::synced);
}

void Database::compact(const std::function<bool()>& go_on) {
  for (auto* family : owned_) {
    if (!go_on()) return;
    const auto status = db_->CompactRange({}, family, nullptr, nullptr);
    if (!status.ok()) throw_status(status, path_, "compact");
  }
}

void Database::flush() noexcept {
  if (is_secondary_) return;
  constexpr std::uint64_t kLongLog = std::uint64_t{8} << 20;
  std::uint64_t bytes = 0;
  db_->GetAggregatedIntProperty(rocksdb::DB::Properties::kCurSizeAllMemTables, &bytes);
  if (bytes > kLongLog) static_cast<void>(db_->Flush(rocksdb::FlushOptions{}, owned_));
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
    if (!status.ok() && fs::exists(path)) throw_status(status, path, "verify");
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
