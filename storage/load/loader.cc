// SPDX-License-Identifier: Apache-2.0
#include "storage/load/loader.h"

#include <algorithm>
#include <thread>

#include "dossier/error.h"
#include "model/well_formed.h"
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

std::uint64_t total_bytes(std::span<const LoadSource> sources) {
  std::uint64_t total = 0;
  for (const LoadSource& source : sources) {
    const bool is_file = source.stream == nullptr && source.generator == nullptr;
    const std::uint64_t size = is_file ? input_size(source.input.path) : 0;
    if (size == 0) return 0;
    total += size;
  }
  return total;
}

/// The graphs that the caller names.
void require_graphs(std::span<const LoadSource> sources) {
  for (const LoadSource& source : sources) {
    if (!source.input.graph) continue;
    Quad quad{Term::iri("x:"), Term::iri("x:"), Term::iri("x:"), source.input.graph};
    if (const auto fault = fault_of(quad)) throw Error(ErrorCode::usage, *fault);
    require_length(quad);
  }
}

std::size_t thread_count(const LoadOptions& options) {
  const std::size_t wanted = options.threads;
  return std::max<std::size_t>(wanted != 0 ? wanted : std::thread::hardware_concurrency(), 1);
}

std::uint64_t insert(const std::shared_ptr<CurrentState>& current, std::span<const Chunk> chunks,
                     LoadProgress& progress) {
  Transaction tx(current, WriteLock::Guard(current->write_lock(), progress.waiting()));
  insert_chunks(tx, chunks);
  progress.enter("committing", 0.9, 1);
  tx.commit(Durability::synced);
  return tx.inserted();
}

}  // namespace

LoadReport load_sources(const std::shared_ptr<CurrentState>& current, const std::string& directory,
                        std::span<const LoadSource> sources, const LoadOptions& options) {
  require_graphs(sources);
  current->write_lock().refuse_holder();
  const std::size_t threads = thread_count(options);
  const std::size_t memory = std::max(options.memory_bytes, kLeastMemory);
  LoadProgress progress(options.progress, total_bytes(sources));
  progress.enter("parsing", 0, 0.35);
  Outcomes outcomes(sources, options.bad_lines_path);
  BulkLoad bulk(*current, directory, memory, threads, progress);
  Parsing parsing({.threads = threads,
                   .chunk_bytes = memory / threads,
                   .piece_bytes = std::clamp(memory / threads / 64, kLeastPiece, kLargestPiece),
                   .progress = progress,
                   .outcomes = outcomes,
                   .take = [&](Chunk&& chunk) { bulk.spill(std::move(chunk)); }});
  parsing.run(sources);
  std::vector<Chunk> rest = parsing.take_rest();
  LoadReport report{.read = progress.quads(), .added = 0, .bad_lines = outcomes.bad_lines()};
  if (!bulk.spilled() && report.read <= kSmallLoad) {
    report.added = insert(current, rest, progress);
  } else {
    report.added = bulk.finish(std::move(rest));
  }
  return report;
}

}  // namespace dossier::storage
