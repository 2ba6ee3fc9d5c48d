// SPDX-License-Identifier: Apache-2.0
#include "storage/fold/fold.h"

#include <algorithm>
#include <optional>

#include "storage/fold/rewrite.h"

namespace dossier::storage {
namespace {

/// A step rewrites about this many blocks: some 250 KB of log.
constexpr std::size_t kStepBlocks = 8;
/// A commit pays for one block of each permutation per so many of its changes. With a delta at its
/// limit, a block has about 500 changes, so the delta shrinks faster than it grows.
constexpr std::size_t kChangesPerBlock = 32;
constexpr std::uint64_t kSmallestLimit = 16384;
constexpr std::uint64_t kLargestLimit = std::uint64_t{1} << 19;
/// A delta is folded when it exceeds this part of a permutation's quads. A larger delta means fewer
/// rewritten blocks per change, but more memory and more merging.
constexpr std::uint64_t kShare = 16;

std::uint64_t limit_of(const BlockIndex& index) {
  return std::clamp(index.rows() / kShare, kSmallestLimit, kLargestLimit);
}

// The permutation whose delta exceeds its limit most.
std::optional<Permutation> most_crowded(const State& state) {
  std::optional<Permutation> found;
  double most = 1;
  for (const Permutation permutation : kPermutations) {
    const double crowd = static_cast<double>(state.delta(permutation).size()) /
                         static_cast<double>(limit_of(state.index(permutation)));
    if (crowd <= most) continue;
    most = crowd;
    found = permutation;
  }
  return found;
}

struct Folded {
  KeyRange range;  ///< the changes that are in the blocks now
  bool to_end;     ///< no change is left after them
};

// Folds up to `most_blocks` blocks with changes from `from` on.
Folded fold_from(const Key& from, const State& state, Permutation permutation,
                 std::size_t most_blocks, Rewrite& rewrite, Batch& batch) {
  Folded out{{from, kHighestKey}, true};
  DeltaCursor cursor(state.delta(permutation), out.range);
  bool cut = false;
  for (std::size_t blocks = 0; !cursor.at_end(); cursor.seek(key_after(out.range.high))) {
    if (cut || blocks >= most_blocks) {
      out.to_end = false;
      return out;
    }
    const std::size_t block = state.index(permutation).find(cursor.key());
    const Rewrite::Span span = rewrite.fold(block, batch);
    blocks += span.end - block;
    cut = span.cut;
    out.range = {std::min(out.range.low, span.low), span.high};
    if (span.high == kHighestKey) break;
  }
  out.range.high = kHighestKey;
  return out;
}

}  // namespace

void Folder::step(Permutation permutation, std::size_t most_blocks) {
  current_.require_current();
  const auto state = current_.get();
  const std::size_t p = index_of(permutation);
  FoldState& folding = current_.folding();
  Sweep sweep = folding.sweeps[p];
  auto next = std::make_shared<State>(*state);
  Batch batch(*state->database);
  Rewrite rewrite(*state, permutation);
  const Folded folded = fold_from(sweep.next, *state, permutation, most_blocks, rewrite, batch);
  next->indexes[p] = rewrite.finish();
  next->deltas[p] = state->deltas[p].without(folded.range);
  next->counters.blocks[p] = next->indexes[p]->size();
  next->counters.block_rows[p] = next->indexes[p]->rows();
  batch.put(Family::meta, kCountersKey, encode_counters(next->counters));
  const bool empty = next->deltas[p].empty();
  const Key highest = next->deltas[p].highest();
  batch.write(Durability::relaxed);
  current_.publish(std::move(next));
  if (!folded.to_end) sweep.next = key_after(folded.range.high);
  if (folded.to_end || empty || folded.range.high >= sweep.last) {
    folding.pages.mark_folded(permutation, empty ? folding.pages.next() : sweep.begun_at);
    sweep = {kLowestKey, highest, folding.pages.next()};
  }
  folding.sweeps[p] = sweep;
}

void Folder::drop_folded_pages() {
  FoldState& folding = current_.folding();
  const std::size_t folded = folding.pages.folded();
  if (folded == 0) return;
  current_.require_current();
  const auto state = current_.get();
  auto next = std::make_shared<State>(*state);
  Batch batch(*state->database);
  for (std::size_t i = 0; i < folded; ++i) {
    batch.erase(Family::delta, page_key(folding.pages[i].number));
    next->counters.delta_rows -= folding.pages[i].changes;
  }
  batch.put(Family::meta, kCountersKey, encode_counters(next->counters));
  batch.write(Durability::relaxed);
  current_.publish(std::move(next));
  folding.pages.drop(folded);
}

void Folder::fold_for(std::size_t changes) {
  std::size_t left = 1 + changes / kChangesPerBlock * kPermutationCount;
  while (left > 0) {
    const auto permutation = most_crowded(*current_.get());
    if (!permutation) break;
    const std::size_t blocks = std::min(left, kStepBlocks);
    step(*permutation, blocks);
    left -= blocks;
  }
  drop_folded_pages();
}

void Folder::fold_all(const std::function<bool()>& go_on) {
  bool stopped = false;
  for (const Permutation permutation : kPermutations) {
    while (!stopped && !current_.get()->delta(permutation).empty()) {
      step(permutation, kStepBlocks);
      stopped = !go_on();
    }
  }
  drop_folded_pages();
}

}  // namespace dossier::storage
