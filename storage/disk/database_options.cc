// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/database_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>
#include <rocksdb/write_buffer_manager.h>
#include <sys/resource.h>

#include <algorithm>

#include "storage/text/merge_operator.h"

namespace dossier::storage {
namespace {

// RocksDB would write a log of its own into the directory, which nobody reads.
class SilentLogger : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

constexpr std::size_t kMiB = std::size_t{1} << 20;

// Half of what the process may open; the rest is for logs, sockets and the application.
int most_open_files() {
  constexpr rlim_t kFew = 64;
  constexpr rlim_t kMany = 1024;
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return static_cast<int>(kFew);
  return static_cast<int>(std::clamp(limit.rlim_cur / 2, kFew, kMany));
}

}  // namespace

rocksdb::DBOptions database_options(OpenMode mode, const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::DBOptions options;
  options.create_if_missing = mode == OpenMode::create;
  options.create_missing_column_families = mode == OpenMode::create;
  options.info_log = std::make_shared<SilentLogger>();
  // A secondary instance must keep the files that its writer deletes.
  options.max_open_files = mode == OpenMode::read_only ? -1 : most_open_files();
  options.max_background_jobs = 2;
  options.max_file_opening_threads = 1;  // the default starts 16 threads for each column family
  const std::size_t tables = std::clamp(cache->GetCapacity() / 2, 4 * kMiB, 256 * kMiB);
  options.write_buffer_manager = std::make_shared<rocksdb::WriteBufferManager>(tables, cache);
  options.max_total_wal_size = 256 * kMiB;
  options.allow_fallocate = false;
  // Otherwise each opening writes a table file for each family with rows in the log. Logs are
  // bounded by Database::tidy().
  options.avoid_flush_during_recovery = true;
  // A record cut short at the end of the log is a commit that never returned. Any other damage
  // must not drop commits in silence; verify_log_ends() finds what looks like a cut and is none.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.write_dbid_to_manifest = true;  // lets check() judge the file IDENTITY
  return options;
}

rocksdb::ColumnFamilyOptions family_options(Family family,
                                            const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions options;
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.format_version = 5;
  options.compression = rocksdb::kNoCompression;
  options.write_buffer_size = 32 * kMiB;
  options.level_compaction_dynamic_level_bytes = true;
  if (static_cast<std::size_t>(family) < kPermutationCount) {
    // One of our blocks each, cached by ourselves. They are packed already, and yet a third of what
    // they take goes: ids repeat each other in ways that columns of bits do not see. A low level,
    // since loads wait for it.
    options.compression = rocksdb::kZSTD;
    options.compression_opts.level = 1;
    table.block_size = 4096;
  } else {
    options.compression = rocksdb::kZSTD;
    table.block_size = 16384;
  }
  if (family == Family::term || family == Family::term_id) {
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
    table.data_block_index_type = rocksdb::BlockBasedTableOptions::kDataBlockBinaryAndHash;
    // Most terms of a write are new: the filter spares the search.
    options.memtable_whole_key_filtering = true;
    options.memtable_prefix_bloom_size_ratio = 0.02;
  }
  if (family == Family::text) options.merge_operator = postings_merge();
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

}  // namespace dossier::storage
