// SPDX-License-Identifier: Apache-2.0
// The bulk load: any amount of quads, in bounded memory, in one atomic step. Private to storage/.
//
// Chunks of the input have their terms sorted, in memory or in files; the terms of all chunks are
// merged and get ids in key order; quads as rows of ranks are sorted per permutation and become
// blocks in SST files; everything is ingested at once.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "storage/fold/current_state.h"
#include "storage/load/context.h"
#include "storage/load/term_rows.h"

namespace dossier::storage {

class BulkLoad {
 public:
  /// `directory` is created when it is needed, and removed by the destructor. The calling thread
  /// counts as the one that writes.
  BulkLoad(CurrentState& current, std::string directory, std::size_t memory_bytes,
           std::size_t threads, LoadProgress& progress);
  ~BulkLoad();
  BulkLoad(const BulkLoad&) = delete;
  BulkLoad& operator=(const BulkLoad&) = delete;

  /// Writes the chunk out. The first time, waits for the write lock. Thread-safe.
  void spill(Chunk&& chunk);
  bool spilled() const noexcept { return guard_.has_value(); }
  /// Loads what was spilled and the rest, and publishes it. Returns how many quads are new.
  std::uint64_t finish(std::vector<Chunk> rest);

 private:
  void start();
  void seal(std::vector<Chunk> rest);
  std::uint64_t merge(LoadContext& context, State& next);

  CurrentState& current_;
  std::string directory_;
  std::size_t memory_bytes_;
  std::size_t threads_;
  LoadProgress& progress_;
  const std::thread::id thread_ = std::this_thread::get_id();
  std::once_flag started_;
  std::optional<WriteLock::Guard> guard_;
  std::mutex mutex_;
  std::deque<SealedChunk> chunks_;
  std::size_t count_ = 0;
};

}  // namespace dossier::storage
