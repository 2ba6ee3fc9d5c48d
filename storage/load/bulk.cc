#include "storage/load/bulk.h"

#include <filesystem>

#include "model/error.h"
#include "storage/load/block_merge.h"
#include "storage/load/sorter.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

const std::string& make_directory(const std::string& directory) {
  std::error_code error;
  fs::remove_all(directory, error);
  if (!error) fs::create_directories(directory, error);
  if (error) {
    throw Error(ErrorCode::storage, "cannot make the directory " + directory + ": " +
                                        error.message() + ". See that the disk has space.");
  }
  return directory;
}

}  // namespace

BulkLoad::BulkLoad(std::shared_ptr<const State> state, std::string directory,
                   std::size_t memory_bytes, LoadProgress& progress)
    : state_(std::move(state)),
      counters_(state_->counters),
      files_(*state_->database, make_directory(directory)),
      context_{*state_, std::move(directory), memory_bytes, 0, files_, counters_, progress} {}

BulkLoad::~BulkLoad() {
  std::error_code ignored;  // the next open tries again
  fs::remove_all(context_.directory, ignored);
}

void BulkLoad::add(Chunk& chunk) {
  for (const ChunkTriple& triple : chunk.triples()) levels_ = std::max(levels_, triple.level);
  chunk.write(context_.chunk_path(context_.chunks++));
  chunk.clear();
}

std::shared_ptr<const State> BulkLoad::finish() {
  merge_terms(context_);
  merge_triples(context_, levels_);
  auto next = std::make_shared<State>(*state_);
  sort_quads(*next);
  for (const Permutation permutation : kPermutations) {
    if (permutation != Permutation::spo) sort_permutation(*next, permutation);
  }
  write_counters(*next);
  context_.progress.enter("ingesting");
  files_.ingest();
  next->snapshot = next->database->snapshot();
  return next;
}

// The first permutation also tells which quads are new; the others sort only those.
void BulkLoad::sort_quads(State& next) {
  context_.progress.enter("sorting");
  Sorter<4> sorter(context_.directory + "/spo", context_.memory_bytes / 2);
  for (std::size_t chunk = 0; chunk < context_.chunks; ++chunk) {
    const ChunkIds ids(context_, chunk);
    SpillReader file(context_.chunk_path(chunk) + ".quads");
    std::array<Ref, 4> quad{};
    while (file.read_value(quad)) {
      for (Ref& part : quad) part = ids(part);
      sorter.add(quad);
      context_.progress.tick();
    }
  }
  SpillWriter fresh(context_.directory + "/fresh");
  next.indexes[index_of(Permutation::spo)] = merge_blocks(
      context_, Permutation::spo, [&] { return sorter.next(); },
      [&](const Key& key) {
        fresh.write_value(key);
        ++added_;
      });
  fresh.finish();
}

void BulkLoad::sort_permutation(State& next, Permutation permutation) {
  Sorter<4> sorter(context_.directory + '/' + std::string(name_of(permutation)),
                   context_.memory_bytes / 2);
  {
    SpillReader file(context_.directory + "/fresh");
    Key key{};
    while (file.read_value(key)) {
      sorter.add(to_key(permutation, to_quad(Permutation::spo, key)));
      context_.progress.tick();
    }
  }
  next.indexes[index_of(permutation)] = merge_blocks(
      context_, permutation, [&] { return sorter.next(); }, [](const Key&) {});
}

void BulkLoad::write_counters(State& next) {
  counters_.quads += added_;
  for (std::size_t i = 0; i < kPermutationCount; ++i) {
    counters_.blocks[i] = next.indexes[i]->size();
    counters_.block_rows[i] = next.indexes[i]->rows();
  }
  next.counters = counters_;
  files_.put(Family::meta, 0, kCountersKey, encode_counters(counters_));
}

}  // namespace dossier::storage
