// SPDX-License-Identifier: Apache-2.0
// Opening the database: column families, and reading beside a writer.
#include <fmt/core.h>
#include <rocksdb/cache.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "dossier/error.h"
#include "storage/disk/database.h"
#include "storage/disk/database_options.h"
#include "storage/disk/log_end.h"
#include "storage/disk/store_files.h"
#include "storage/disk/table_file.h"
#include "storage/text/merge_operator.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, kFamilyCount> kFamilyNames{
    "spo",         "sop",  "pso",  "pos",     "osp",   "ops",         "gspo",
    "block_index", "meta", "term", "term_id", "delta", "saved_query", "text"};
/// Stores of version 2 lack the last.
constexpr std::size_t kFirstFamilies = kFamilyCount - 1;

bool is_among(std::string_view name, const std::vector<std::string>& existing) {
  return std::find(existing.begin(), existing.end(), name) != existing.end();
}

bool has_table_files(const std::string& directory) {
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".sst") return true;
  }
  return false;
}

std::vector<rocksdb::ColumnFamilyDescriptor> descriptors(
    const std::vector<std::string>& existing, const std::shared_ptr<rocksdb::Cache>& cache) {
  std::vector<rocksdb::ColumnFamilyDescriptor> out;
  for (std::size_t i = 0; i < kFamilyCount; ++i) {
    const bool wanted = i < kFirstFamilies || existing.empty();
    if (!wanted && !is_among(kFamilyNames[i], existing)) continue;  // see upgrade()
    out.emplace_back(std::string(kFamilyNames[i]), family_options(static_cast<Family>(i), cache));
  }
  out.emplace_back(rocksdb::kDefaultColumnFamilyName, rocksdb::ColumnFamilyOptions{});
  // Families of a newer format must be named too, or RocksDB refuses before we can say why. For the
  // same reason they get a merge operator: their logs may have rows to merge.
  rocksdb::ColumnFamilyOptions newer;
  newer.merge_operator = postings_merge();
  for (const auto& name : existing) {
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const auto& d) { return d.name == name; });
    if (!known) out.emplace_back(name, newer);
  }
  return out;
}

// Version 0.2.0 made the families one by one at their final place. A store of that version whose
// creation was interrupted lacks some of them and has no table files.
void require_families(const std::vector<std::string>& existing, const std::string& store_path,
                      OpenMode mode) {
  for (std::size_t i = 0; i < kFirstFamilies; ++i) {
    const std::string_view name = kFamilyNames[i];
    if (is_among(name, existing)) continue;
    if (has_table_files(database_path(store_path))) {
      throw Error(ErrorCode::storage,
                  fmt::format("{} is damaged: its list of files lacks the column family {}. "
                              "Restore a backup.",
                              store_path, name));
    }
    if (mode != OpenMode::create) {
      throw Error(ErrorCode::storage, fmt::format("{} {}", store_path, kUnfinished));
    }
  }
}

}  // namespace

std::string_view name_of(Family family) { return kFamilyNames[static_cast<std::size_t>(family)]; }

std::string database_path(const std::string& store_path) {
  return (fs::path(store_path) / "db").string();
}

std::string Database::state_of_files(const std::string& store_path) {
  const fs::path path = database_path(store_path);
  std::ifstream current(path / "CURRENT");
  // Would look like a change of the manifest, again and again.
  if (!current && (errno == EMFILE || errno == ENFILE)) {
    throw_status(rocksdb::Status::IOError(std::strerror(errno)), path.string(), "open");
  }
  std::string manifest;
  std::getline(current, manifest);
  std::error_code error;
  const auto bytes = fs::file_size(path / manifest, error);
  return fmt::format("{} {}", manifest, error ? 0 : bytes);
}

std::shared_ptr<Database> Database::open_now(const std::string& store_path, OpenMode mode,
                                             std::size_t memory_bytes) {
  std::shared_ptr<Database> out(new Database);
  out->path_ = store_path;
  out->is_secondary_ = mode == OpenMode::read_only;
  const std::string path = database_path(store_path);
  const auto cache = out->cache_ = rocksdb::NewLRUCache(memory_bytes / 4);
  const rocksdb::DBOptions options = database_options(mode, cache);
  std::vector<std::string> existing;
  if (fs::exists(fs::path(path) / "CURRENT")) {
    const auto status = rocksdb::DB::ListColumnFamilies(options, path, &existing);
    if (!status.ok()) throw_status(status, store_path, "open");
    require_families(existing, store_path, mode);
    verify_log_ends(path);
    verify_table_properties(path);
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
  const auto end = std::chrono::steady_clock::now() + kReaderPatience;
  do {
    const std::string files = state_of_files(store_path);
    auto database = open_now(store_path, OpenMode::read_only, memory_bytes);
    if (state_of_files(store_path) == files) return database;
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
  database->tidy();  // writers that were killed have left their logs
  return database;
}

void Database::attach(rocksdb::DB* db, std::vector<rocksdb::ColumnFamilyHandle*> handles) {
  db_.reset(db);
  owned_ = std::move(handles);
  for (auto* handle : owned_) place(handle);
}

void Database::place(rocksdb::ColumnFamilyHandle* handle) {
  const auto name = std::find(kFamilyNames.begin(), kFamilyNames.end(), handle->GetName());
  if (name == kFamilyNames.end()) return;
  handles_[static_cast<std::size_t>(name - kFamilyNames.begin())] = handle;
}

void Database::add(Family family) {
  rocksdb::ColumnFamilyHandle* handle = nullptr;
  const auto status = change([&] {
    return db_->CreateColumnFamily(family_options(family, cache_), std::string(name_of(family)),
                                   &handle);
  });
  if (!status.ok()) throw_status(status, path_, "add a column family to");
  owned_.push_back(handle);
  place(handle);
}

}  // namespace dossier::storage
