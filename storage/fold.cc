#include "storage/fold.h"

#include <algorithm>

#include "storage/delta_rows.h"
#include "storage/rewrite.h"

namespace dossier::storage {
namespace {

/// A step rewrites at most this many blocks: some 2 MB of log.
constexpr std::size_t kStepBlocks = 64;
constexpr std::uint64_t kSmallestLimit = 16384;
constexpr std::uint64_t kLargestLimit = std::uint64_t{1} << 20;
/// A delta may hold this part of a permutation's quads before it is folded: the larger, the fewer
/// blocks are rewritten a change, and the more memory and merging.
constexpr std::uint64_t kShare = 16;

std::uint64_t limit_of(const BlockIndex& index) {
  return std::clamp(index.rows() / kShare, kSmallestLimit, kLargestLimit);
}

// How many changes fall under each block.
std::vector<std::size_t> crowds(const BlockIndex& index, const Delta& delta) {
  std::vector<std::size_t> counts(std::max<std::size_t>(index.size(), 1), 0);
  for (const auto& run : delta.runs()) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const bool last = i + 1 >= index.size();
      const std::size_t end = last ? run->keys.size() : run->lower_bound(index[i + 1].first);
      counts[i] += end - before;
      before = end;
    }
  }
  return counts;
}

// The most crowded blocks, ascending.
std::vector<std::size_t> most_crowded(const BlockIndex& index, const Delta& delta) {
  const auto counts = crowds(index, delta);
  std::vector<std::size_t> blocks;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) blocks.push_back(i);
  }
  const std::size_t count = std::min(kStepBlocks, blocks.size());
  std::partial_sort(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(count),
                    blocks.end(), [&](std::size_t a, std::size_t b) {
                      return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
                    });
  blocks.resize(count);
  std::sort(blocks.begin(), blocks.end());
  return blocks;
}

Key spo_of(Permutation permutation, const Key& key) {
  return to_key(Permutation::spo, to_quad(permutation, key));
}

}  // namespace

void Folder::step(Permutation permutation, std::vector<std::size_t> blocks) {
  const auto state = published_.get();
  const std::size_t p = index_of(permutation);
  auto next = std::make_shared<State>(*state);
  Batch batch(*state->database);
  Rewrite rewrite(*state, permutation);
  std::vector<Change> settled;
  std::vector<KeyRange> ranges;
  for (std::size_t at = 0; at < blocks.size();) {
    const Rewrite::Span span = rewrite.fold(blocks[at], batch, settled);
    ranges.push_back(span.range);
    while (at < blocks.size() && blocks[at] < span.end) ++at;
  }
  next->indexes[p] = rewrite.finish();
  next->deltas[p] = state->deltas[p].without(ranges);
  next->counters.blocks[p] = next->indexes[p]->size();
  next->counters.block_rows[p] = next->indexes[p]->rows();
  DeltaLedger& ledger = published_.ledger();
  std::vector<Key> gone;
  for (const Change& change : settled) {
    const Key spo = spo_of(permutation, change.key);
    if (ledger.last(spo, permutation)) gone.push_back(spo);
  }
  std::sort(gone.begin(), gone.end());  // RocksDB takes ascending keys faster
  for (const Key& spo : gone) batch.erase(Family::delta, delta_key(spo));
  next->counters.delta_rows -= gone.size();
  batch.put(Family::meta, kCountersKey, encode_counters(next->counters));
  batch.write(Durability::relaxed);
  for (const Change& change : settled) {
    ledger.settle(spo_of(permutation, change.key), permutation);
  }
  next->snapshot = next->database->snapshot();
  published_.set(std::move(next));
}

void Folder::fold_crowded() {
  for (const Permutation permutation : kPermutations) {
    while (true) {
      const auto state = published_.get();
      const BlockIndex& index = state->index(permutation);
      if (state->delta(permutation).size() <= limit_of(index)) break;
      step(permutation, most_crowded(index, state->delta(permutation)));
    }
  }
}

void Folder::fold_all(const std::function<bool()>& go_on) {
  for (const Permutation permutation : kPermutations) {
    while (true) {
      const auto state = published_.get();
      if (state->delta(permutation).empty()) break;
      step(permutation, most_crowded(state->index(permutation), state->delta(permutation)));
      if (!go_on()) return;
    }
  }
}

}  // namespace dossier::storage
