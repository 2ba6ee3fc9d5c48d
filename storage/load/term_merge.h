// From terms numbered per chunk to ids of the store. Private to storage/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "storage/load/chunk.h"
#include "storage/load/progress.h"
#include "storage/load/sst_files.h"
#include "storage/state.h"

namespace dossier::storage {

/// What the steps of a bulk load share.
struct LoadContext {
  const State& state;
  std::string directory;
  std::size_t memory_bytes;
  std::size_t chunks = 0;
  SstFiles& files;
  Counters& counters;  ///< grows as ids are given out
  LoadProgress& progress;

  std::string chunk_path(std::size_t chunk) const {
    return directory + "/chunk" + std::to_string(chunk);
  }
};

/// Merges the chunks' terms in key order; those the store lacks get ids in that order, and rows.
/// Writes per chunk a file .ids: the id of each of its terms.
void merge_terms(LoadContext& context);

/// The same for triple terms, level by level, as their keys are the ids of their parts. Writes per
/// chunk a file .triple_ids.
void merge_triples(LoadContext& context, std::uint64_t levels);

/// The ids of one chunk's terms and triple terms.
class ChunkIds {
 public:
  ChunkIds(const LoadContext& context, std::size_t chunk);
  std::uint64_t operator()(Ref ref) const {
    const TermId id{ref};
    if (!id.is_local()) return ref;
    return id.is_triple() ? triples[id.payload()] : terms[id.payload()];
  }

  std::vector<std::uint64_t> terms;
  std::vector<std::uint64_t> triples;
};

}  // namespace dossier::storage
