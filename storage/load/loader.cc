// SPDX-License-Identifier: Apache-2.0
#include "storage/load/loader.h"

#include <algorithm>
#include <thread>

#include "storage/load/bulk.h"
#include "storage/load/input.h"
#include "storage/load/outcomes.h"
#include "storage/load/parsing.h"
#include "storage/load/small.h"
#include "storage/transaction/transaction.h"

namespace dossier::storage {
namespace {

/// Up to this many quads a transaction is quicker than rewriting blocks.
constexpr std::uint64_t kSmallLoad = 50'000;
constexpr std::size_t kLeastMemory = std::size_t{1} << 20;
constexpr std::size_t kLeastPiece = std::size_t{1} << 14;
constexpr std::size_t kLargestPiece = std::size_t{1} << 20;

std::uint64_t total_bytes(std::span<const LoadInput> inputs) {
  std::uint64_t total = 0;
  for (const LoadInput& input : inputs) {
    const std::uint64_t size = input_size(input.path);
    if (size == 0) return 0;
    total += size;
  }
  return total;
}

std::size_t thread_count(const LoadOptions& options) {
  const std::size_t wanted = options.threads;
  return std::max<std::size_t>(wanted != 0 ? wanted : std::thread::hardware_concurrency(), 1);
}

std::uint64_t insert(CurrentState& current, WriteLock& lock, std::span<const Chunk> chunks,
                     LoadProgress& progress) {
  Transaction tx(current, lock);
  insert_chunks(tx, chunks);
  progress.enter("committing", 0.9, 1);
  tx.commit(Durability::synced);
  return tx.inserted();
}

}  // namespace

LoadReport load_files(CurrentState& current, WriteLock& lock, const std::string& directory,
                      std::span<const LoadInput> inputs, const LoadOptions& options) {
  const std::size_t threads = thread_count(options);
  const std::size_t memory = std::max(options.memory_bytes, kLeastMemory);
  LoadProgress progress(options.progress, total_bytes(inputs));
  progress.enter("parsing", 0, 0.35);
  Outcomes outcomes(inputs, options.bad_lines_path);
  BulkLoad bulk(current, lock, directory, memory, threads, progress);
  Parsing parsing({.threads = threads,
                   .chunk_bytes = memory / threads,
                   .piece_bytes = std::clamp(memory / threads / 64, kLeastPiece, kLargestPiece),
                   .progress = progress,
                   .outcomes = outcomes,
                   .take = [&](Chunk&& chunk) { bulk.spill(std::move(chunk)); }});
  parsing.run(inputs);
  std::vector<Chunk> rest = parsing.take_rest();
  LoadReport report{.read = progress.quads(), .added = 0, .bad_lines = outcomes.bad_lines()};
  if (!bulk.spilled() && report.read <= kSmallLoad) {
    report.added = insert(current, lock, rest, progress);
  } else {
    report.added = bulk.finish(std::move(rest));
  }
  return report;
}

}  // namespace dossier::storage
