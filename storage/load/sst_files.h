// SPDX-License-Identifier: Apache-2.0
// SST files of a bulk load: rows of all column families, ingested together or not at all. Private
// to storage/.
#pragma once

#include <rocksdb/sst_file_writer.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/disk/database.h"

namespace dossier::storage {

class SstWriter;

/// Thread-safe.
class SstFiles {
 public:
  SstFiles(Database& database, std::string directory)
      : database_(database), directory_(std::move(directory)) {}

  /// One atomic step over all families, of all rows of writers that were closed: after a crash at
  /// any moment either all rows are there or none.
  void ingest();

 private:
  friend class SstWriter;

  std::string new_path();
  void add(Family family, std::string path);
  void check(const rocksdb::Status& status) const;

  Database& database_;
  std::string directory_;
  std::mutex mutex_;
  std::size_t count_ = 0;
  std::map<Family, std::vector<std::string>> done_;
};

/// Rows of one family in ascending order of their keys. No two writers of a family may write the
/// same key; ranges apart make better files. One thread at a time.
class SstWriter {
 public:
  SstWriter(SstFiles& files, Family family) : files_(files), family_(family) {}

  void put(std::string_view key, std::string_view value);
  void erase(std::string_view key);
  /// Without it, what was written does not count.
  void close();

 private:
  rocksdb::SstFileWriter& writer();

  SstFiles& files_;
  Family family_;
  std::string path_;
  std::unique_ptr<rocksdb::SstFileWriter> writer_;
};

}  // namespace dossier::storage
