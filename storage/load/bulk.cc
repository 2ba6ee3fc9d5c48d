// SPDX-License-Identifier: Apache-2.0
#include "storage/load/bulk.h"

#include <filesystem>
#include <functional>

#include "dossier/error.h"
#include "storage/fold/fold.h"
#include "storage/load/parallel.h"
#include "storage/load/quad_merge.h"
#include "storage/load/term_merge.h"
#include "storage/load/text_build.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

void make_directory(const std::string& directory) {
  std::error_code error;
  fs::remove_all(directory, error);
  if (!error) fs::create_directories(directory, error);
  if (error) {
    throw Error(ErrorCode::storage, "cannot create the directory " + directory + ": " +
                                        error.message() + ". See that the disk has space.");
  }
}

/// Whoever searches a term asks each run of its kind: so they stay few, and none is small beside
/// what is there.
bool pays_as_run(const State& state, std::uint64_t most_new_terms) {
  constexpr std::size_t kMostRuns = 4;
  bool few = true;
  for (const auto kind : {TermId::Kind::iri, TermId::Kind::string, TermId::Kind::lang_string,
                          TermId::Kind::typed_literal}) {
    few = few && state.runs->count(kind) < kMostRuns;
  }
  return few && most_new_terms >= state.counters.terms() / 4;
}

}  // namespace

BulkLoad::BulkLoad(CurrentState& current, std::string directory, std::size_t memory_bytes,
                   std::size_t threads, LoadProgress& progress)
    : current_(current),
      directory_(std::move(directory)),
      memory_bytes_(memory_bytes),
      threads_(threads),
      progress_(progress) {}

BulkLoad::~BulkLoad() {
  if (!guard_) return;
  std::error_code ignored;  // the next open tries again
  fs::remove_all(directory_, ignored);
}

void BulkLoad::start() {
  std::call_once(started_, [this] {
    guard_.emplace(current_.write_lock(), progress_.waiting(), thread_);
    make_directory(directory_);
  });
}

void BulkLoad::spill(Chunk&& chunk) {
  start();
  std::string path;
  {
    const std::lock_guard lock(mutex_);
    path = directory_ + "/chunk" + std::to_string(count_++);
  }
  SealedChunk sealed(std::move(chunk), path);
  const std::lock_guard lock(mutex_);
  chunks_.push_back(std::move(sealed));
}

void BulkLoad::seal(std::vector<Chunk> rest) {
  const bool to_files = !chunks_.empty();
  std::vector<std::function<void()>> tasks;
  for (Chunk& chunk : rest) {
    tasks.push_back([this, &chunk, to_files] {
      if (to_files) {
        spill(std::move(chunk));
      } else {
        SealedChunk sealed(std::move(chunk));
        const std::lock_guard lock(mutex_);
        chunks_.push_back(std::move(sealed));
      }
      chunk = Chunk{};
    });
  }
  run_parallel(std::move(tasks), threads_, progress_);
}

std::uint64_t BulkLoad::finish(std::vector<Chunk> rest) {
  start();
  Folder(current_).fold_all([&] {
    progress_.look();
    return true;
  });
  const std::shared_ptr<const State> state = current_.get();
  progress_.enter("sorting terms", 0.35, 0.45);
  seal(std::move(rest));
  SstFiles files(*state->database, directory_);
  Counters counters = state->counters;
  Numbering numbering;
  LoadContext context{*state, directory_, memory_bytes_, threads_, chunks_,
                      files,  counters,   numbering,     progress_};
  auto next = std::make_shared<State>(*state);
  const std::uint64_t added = merge(context, *next);
  progress_.enter("ingesting", 0.97, 1);
  current_.require_current();
  files.ingest();
  current_.publish(std::move(next));
  settle_text_index(current_, *state);
  return added;
}

std::uint64_t BulkLoad::merge(LoadContext& context, State& next) {
  std::uint64_t terms = 0;
  for (const SealedChunk& chunk : chunks_) terms += chunk.term_count();
  progress_.enter("merging terms", 0.45, 0.6);
  progress_.expect(terms);
  TermRows rows(context.files, progress_, pays_as_run(context.state, terms));
  merge_terms(context, rows);
  merge_triples(context);
  const InlinedNumbers inlined = merge_inlined(context);
  context.numbering.rank_all();
  progress_.enter("sorting quads", 0.6, 0.97);
  const std::uint64_t added = merge_quads(context, inlined, next);
  rows.finish();
  auto runs = next.runs->all();
  for (auto& run : rows.runs()) runs.push_back(std::move(run));
  next.runs = std::make_shared<const TermRuns>(std::move(runs));
  Counters& counters = context.counters;
  counters.quads += added;
  for (std::size_t i = 0; i < kPermutationCount; ++i) {
    counters.blocks[i] = next.indexes[i]->size();
    counters.block_rows[i] = next.indexes[i]->rows();
  }
  next.counters = counters;
  SstWriter meta(context.files, Family::meta);
  meta.put(kCountersKey, encode_counters(counters));
  meta.put(kRunsKey, encode_runs(*next.runs));
  next.text.complete = false;
  meta.put(kTextKey, encode_text_info(next.text));
  meta.close();
  return added;
}

}  // namespace dossier::storage
