// SPDX-License-Identifier: Apache-2.0
// Merging: on request, and by itself when logs or small table files pile up. Each short-lived
// writer leaves a log, and each flush a small table file per family. RocksDB never merges files
// whose keys ascend: it only moves them to a lower level.
#include <filesystem>

#include "storage/disk/database.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLongLog = std::uint64_t{8} << 20;
constexpr std::size_t kMostLogs = 20;
constexpr std::uint64_t kSmallFile = std::uint64_t{1} << 20;
constexpr std::size_t kMostSmallFiles = 16;

using FileNames = std::vector<std::string>;

std::size_t count_logs(const std::string& directory) {
  std::size_t logs = 0;
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".log") ++logs;
  }
  return logs;
}

std::size_t count_small(const rocksdb::ColumnFamilyMetaData& family) {
  std::size_t small = 0;
  for (const auto& level : family.levels) {
    for (const auto& file : level.files) small += file.size < kSmallFile ? 1 : 0;
  }
  return small;
}

// Neighbours that are small, in the order of their keys. A large file between two small ones keeps
// them apart: it would have to be rewritten.
std::vector<FileNames> runs_of_small(const rocksdb::LevelMetaData& level) {
  std::vector<FileNames> runs(1);
  for (const auto& file : level.files) {
    if (file.size < kSmallFile) {
      runs.back().push_back(file.name);
    } else if (!runs.back().empty()) {
      runs.emplace_back();
    }
  }
  std::erase_if(runs, [](const FileNames& run) { return run.size() < 2; });
  return runs;
}

// Files of level 0 overlap, so they go together to the first level below that has files.
int level_below(const rocksdb::ColumnFamilyMetaData& family) {
  for (const auto& level : family.levels) {
    if (level.level > 0 && !level.files.empty()) return level.level;
  }
  return static_cast<int>(family.levels.size()) - 1;
}

}  // namespace

void Database::compact(const std::function<bool()>& go_on) {
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  for (auto* family : owned_) {
    if (!go_on()) return;
    const auto status =
        change([&] { return db_->CompactRange(options, family, nullptr, nullptr); });
    if (!status.ok()) throw_status(status, path_, "compact");
  }
}

void Database::tidy() noexcept {
  if (is_secondary_ || is_broken_) return;
  try {
    std::uint64_t bytes = 0;
    db_->GetAggregatedIntProperty(rocksdb::DB::Properties::kCurSizeAllMemTables, &bytes);
    if (bytes > kLongLog || count_logs(database_path(path_)) > kMostLogs) {
      static_cast<void>(change([&] { return db_->Flush(rocksdb::FlushOptions{}, owned_); }));
    }
    for (auto* family : owned_) merge_small_files(family);
  } catch (const std::exception&) {
    // Out of memory or threads: the files stay as they are.
  }
}

void Database::merge_small_files(rocksdb::ColumnFamilyHandle* family) {
  rocksdb::ColumnFamilyMetaData files;
  db_->GetColumnFamilyMetaData(family, &files);
  if (count_small(files) <= kMostSmallFiles) return;
  rocksdb::CompactionOptions options;
  options.compression = rocksdb::kDisableCompressionOption;  // as the family says
  const auto merge = [&](const FileNames& names, int level) {
    static_cast<void>(change([&] { return db_->CompactFiles(options, family, names, level); }));
  };
  if (!files.levels[0].files.empty()) {
    FileNames names;
    for (const auto& file : files.levels[0].files) names.push_back(file.name);
    merge(names, level_below(files));
    db_->GetColumnFamilyMetaData(family, &files);
  }
  for (const auto& level : files.levels) {
    if (level.level == 0) continue;
    for (const FileNames& run : runs_of_small(level)) merge(run, level.level);
  }
}

}  // namespace dossier::storage
