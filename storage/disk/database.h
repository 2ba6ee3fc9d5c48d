// SPDX-License-Identifier: Apache-2.0
// RocksDB as the page store: opening, column families, and its errors in our words. Private to
// storage/.
#pragma once

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/storage.h"
#include "storage/disk/lock.h"
#include "storage/permutation.h"

namespace dossier::storage {

/// The column families; the first seven are the permutations, in their order.
enum class Family : std::uint8_t {
  spo,
  sop,
  pso,
  pos,
  osp,
  ops,
  gspo,
  block_index,
  meta,
  term,
  term_id,
  delta,
  saved_query,
  text,
};
inline constexpr std::size_t kFamilyCount = 14;

std::string_view name_of(Family family);
constexpr Family family_of(Permutation permutation) { return static_cast<Family>(permutation); }

inline rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
inline std::string_view view(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }

/// Throws Error(storage) that says what was being done to `path`, and the remedy.
[[noreturn]] void throw_status(const rocksdb::Status& status, const std::string& path,
                               std::string_view action);

/// The RocksDB directory inside a store's directory.
std::string database_path(const std::string& store_path);

/// An open database. Thread-safe. Closed when destroyed; snapshots keep it open.
class Database : public std::enable_shared_from_this<Database> {
 public:
  /// How long a reader tries to open files that a writer keeps changing.
  static constexpr std::chrono::seconds kReaderPatience{20};
  /// Differs whenever table files have been added or replaced, or a part of the log moved to them.
  /// Throws Error(storage) when the process may not open more files.
  static std::string state_of_files(const std::string& store_path);

  /// Creates the database when `mode` is create and it does not exist. read_only opens a secondary
  /// instance: it sees what a writer has written so far, and nothing later. The other modes need
  /// the directory's `lock`, which is released after the database is closed.
  static std::shared_ptr<Database> open(const std::string& store_path, OpenMode mode,
                                        std::size_t memory_bytes,
                                        std::unique_ptr<DirectoryLock> lock = nullptr);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  rocksdb::DB& db() { return *db_; }
  /// Runs an operation of RocksDB that changes the database. When an exception leaves it half-way
  /// (out of memory), RocksDB keeps locks that nobody will ever release. From then on this throws
  /// Error(limit), and the database is not even closed: closing would wait for them.
  template <typename Operation>
  auto change(Operation operation) {
    require_whole();
    try {
      return operation();
    } catch (...) {
      is_broken_ = true;
      throw;
    }
  }
  rocksdb::ColumnFamilyHandle* handle(Family family) const {
    return handles_[static_cast<std::size_t>(family)];
  }
  /// False for the text index in a store of version 2; the family has no handle then.
  bool has(Family family) const { return handle(family) != nullptr; }
  /// Creates a family that the database lacks.
  void add(Family family);
  const std::vector<rocksdb::ColumnFamilyHandle*>& all_handles() const { return owned_; }
  const std::string& path() const { return path_; }
  /// The options new SST files of this family are to be written with.
  rocksdb::Options options_for(Family family) const;

  std::optional<std::string> get(Family family, std::string_view key,
                                 const rocksdb::Snapshot* snapshot = nullptr) const;
  /// Values in the order of the keys; none where there is no such key.
  std::vector<std::optional<std::string>> get_all(Family family,
                                                  const std::vector<std::string>& keys,
                                                  const rocksdb::Snapshot* snapshot) const;
  /// As get_all(), but calls `visit` with the number of each key and its value, few values in
  /// memory at a time, until it returns false; says whether it never did.
  bool each_value(
      Family family, const std::vector<std::string>& keys, const rocksdb::Snapshot* snapshot,
      const std::function<bool(std::size_t, std::optional<std::string_view>)>& visit) const;
  /// Calls `visit` for each row whose key starts with `prefix`, in order, until it returns false.
  void each(Family family, std::string_view prefix, const rocksdb::Snapshot* snapshot,
            const std::function<bool(std::string_view key, std::string_view value)>& visit) const;
  /// A cursor over a family's rows in key order, nowhere yet. Must not outlive the database or the
  /// snapshot.
  std::unique_ptr<rocksdb::Iterator> cursor(Family family, const rocksdb::Snapshot* snapshot) const;
  /// Throws Error(storage) when the cursor has stopped at an error.
  void require_sound(const rocksdb::Iterator& cursor, Family family) const;
  void write(rocksdb::WriteBatch& batch, Durability durability);
  /// Puts on disk what relaxed writes have not, if there is any.
  void sync();
  void put(Family family, std::string_view key, std::string_view value);
  /// Rewrites all files of each family without dead rows, the lowest level included; asks `go_on`
  /// before each family, false stops.
  void compact(const std::function<bool()>& go_on);
  /// Keeps the number of files small, however many short-lived writers come and go: moves what long
  /// or many logs hold into table files, and merges small table files. A failure does no harm: the
  /// files stay as they are, and a write that meets the same obstacle reports it.
  void tidy() noexcept;
  /// Verifies the checksums of all table files. Throws Error(storage) that names the first bad one.
  void verify_files();

  /// The state as of now; released with the pointer. Null for a secondary instance, which never
  /// changes.
  std::shared_ptr<const rocksdb::Snapshot> snapshot();

 private:
  Database() = default;
  void require_whole() const;
  static std::shared_ptr<Database> open_now(const std::string& store_path, OpenMode mode,
                                            std::size_t memory_bytes);
  static std::shared_ptr<Database> open_beside_writer(const std::string& store_path,
                                                      std::size_t memory_bytes);
  void merge_small_files(rocksdb::ColumnFamilyHandle* family);
  void attach(rocksdb::DB* db, std::vector<rocksdb::ColumnFamilyHandle*> handles);
  /// Finds the place of a handle by its name.
  void place(rocksdb::ColumnFamilyHandle* handle);

  std::unique_ptr<DirectoryLock> lock_;  // first, so that it is released last
  std::string path_;
  bool is_secondary_ = false;
  std::atomic<bool> unsynced_ = false;
  std::atomic<bool> is_broken_ = false;
  std::shared_ptr<rocksdb::Cache> cache_;
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> owned_;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilyCount> handles_{};
};

}  // namespace dossier::storage
