// The bulk load: any amount of quads, in bounded memory, in one atomic step. Private to storage/.
//
// Chunks of the input are written out with their terms sorted; the terms of all chunks are merged
// and get ids in key order; quads with final ids are sorted per permutation and become blocks in
// SST files; everything is ingested at once.
#pragma once

#include <cstdint>
#include <memory>

#include "storage/load/chunk.h"
#include "storage/load/term_merge.h"

namespace dossier::storage {

class BulkLoad {
 public:
  /// The state's delta must be empty, and the writer's turn held. `directory` is made, and removed
  /// in the end.
  BulkLoad(std::shared_ptr<const State> state, std::string directory, std::size_t memory_bytes,
           LoadProgress& progress);
  ~BulkLoad();
  BulkLoad(const BulkLoad&) = delete;
  BulkLoad& operator=(const BulkLoad&) = delete;

  /// Takes the chunk's content; it is empty behind.
  void add(Chunk& chunk);
  /// Loads; returns the new state, to be published.
  std::shared_ptr<const State> finish();
  std::uint64_t added() const noexcept { return added_; }

 private:
  void sort_quads(State& next);
  void sort_permutation(State& next, Permutation permutation);
  void write_counters(State& next);

  std::shared_ptr<const State> state_;
  Counters counters_;
  SstFiles files_;
  LoadContext context_;
  std::uint64_t levels_ = 0;  ///< the deepest nesting of triple terms
  std::uint64_t added_ = 0;
};

}  // namespace dossier::storage
