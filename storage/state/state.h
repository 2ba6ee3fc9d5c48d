// SPDX-License-Identifier: Apache-2.0
// One committed state of a store, and the caches that all states share. Private to storage/.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>

#include "storage/block/block.h"
#include "storage/block/block_index.h"
#include "storage/delta/delta.h"
#include "storage/disk/database.h"
#include "storage/disk/meta.h"
#include "storage/sharded_cache.h"
#include "storage/state/distinct_cache.h"
#include "storage/terms/dictionary.h"
#include "storage/text/text_info.h"

namespace dossier::storage {

/// Caches that outlive states. Thread-safe.
struct Caches {
  explicit Caches(std::size_t memory_bytes)
      : blocks(memory_bytes / 2), dictionary(memory_bytes / 4) {}

  ShardedCache<std::uint64_t, std::shared_ptr<const Block>> blocks;  ///< by serial
  Dictionary dictionary;
};

/// Immutable; readers share it. Holds the database's snapshot for as long as it lives.
struct State {
  std::shared_ptr<Database> database;
  std::shared_ptr<Caches> caches;
  std::shared_ptr<const rocksdb::Snapshot> snapshot;
  std::array<std::shared_ptr<const BlockIndex>, kPermutationCount> indexes;
  std::array<Delta, kPermutationCount> deltas;
  Counters counters;
  std::shared_ptr<const TermRuns> runs = std::make_shared<const TermRuns>();
  TextInfo text;
  std::uint32_t format_version = 0;
  mutable DistinctCache distinct;

  Moment moment() const { return {database.get(), snapshot.get(), &counters, runs.get()}; }
  const BlockIndex& index(Permutation permutation) const { return *indexes[index_of(permutation)]; }
  const Delta& delta(Permutation permutation) const { return deltas[index_of(permutation)]; }

  /// Throws Error(storage) that names the block when it is missing or damaged.
  std::shared_ptr<const Block> block(Permutation permutation, const BlockEntry& entry) const;
};

/// Reads the state from a database that has just been opened. Throws Error(storage) when the format
/// has another version or the counters do not match the data.
State load_state(std::shared_ptr<Database> database, std::shared_ptr<Caches> caches);

}  // namespace dossier::storage
