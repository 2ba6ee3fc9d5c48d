// SST files of a bulk load: rows of all column families, ingested together or not at all. Private
// to storage/.
#pragma once

#include <rocksdb/sst_file_writer.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/database.h"

namespace dossier::storage {

class SstFiles {
 public:
  SstFiles(Database& database, std::string directory)
      : database_(database), directory_(std::move(directory)) {}

  /// Keys of one group of one family must ascend; groups must not interleave.
  void put(Family family, int group, std::string_view key, std::string_view value);
  void erase(Family family, int group, std::string_view key);

  /// One atomic step over all families: after a crash at any moment either all rows are there or
  /// none.
  void ingest();

 private:
  struct File {
    std::unique_ptr<rocksdb::SstFileWriter> writer;
    std::string path;
  };

  rocksdb::SstFileWriter& writer_for(Family family, int group);
  void close(Family family, File& file);
  void check(const rocksdb::Status& status) const;

  Database& database_;
  std::string directory_;
  std::size_t count_ = 0;
  std::map<std::pair<Family, int>, File> open_;
  std::map<Family, std::vector<std::string>> done_;
};

}  // namespace dossier::storage
