// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/block_counts.h"

#include <vector>

namespace dossier::storage {
namespace {

/// Where a range begins and ends among the blocks: block and row.
struct Place {
  std::size_t block = 0;
  std::size_t row = 0;
};

// The first row at or after `key` (above it, with `beyond`).
Place place_of(const State& state, Permutation permutation, const Key& key, bool beyond) {
  const BlockIndex& index = state.index(permutation);
  Place place{index.find(key), 0};
  const BlockEntry& entry = index[place.block];
  if (key < entry.first) return place;
  if (key > entry.last) return {place.block + 1, 0};
  if (!beyond && key == entry.first) return place;
  const auto block = state.block(permutation, entry);
  place.row = beyond ? block->upper_bound(key) : block->lower_bound(key);
  return place;
}

}  // namespace

std::uint64_t rows_in(const State& state, Permutation permutation, const KeyRange& range) {
  const BlockIndex& index = state.index(permutation);
  if (index.size() == 0 || range.high < range.low) return 0;
  const Place first = place_of(state, permutation, range.low, false);
  const Place last = place_of(state, permutation, range.high, true);
  return index.rows(first.block, last.block) + last.row - first.row;
}

namespace {

// Different second ids below one first id, in the rows [first, last) of a block.
std::uint64_t seconds_in(const Block& block, std::size_t first, std::size_t last) {
  if (first >= last) return 0;
  std::vector<std::uint64_t> values(last - first);
  block.column(1).decode(first, values.size(), values.data());
  std::uint64_t count = 1;
  for (std::size_t i = 1; i < values.size(); ++i) count += values[i] != values[i - 1] ? 1 : 0;
  return count;
}

}  // namespace

std::uint64_t seconds_in(const State& state, Permutation permutation, const KeyRange& range) {
  const BlockIndex& index = state.index(permutation);
  if (index.size() == 0) return 0;
  const Place first = place_of(state, permutation, range.low, false);
  const Place last = place_of(state, permutation, range.high, true);
  if (first.block == index.size()) return 0;
  const auto block_at = [&](std::size_t i) { return state.block(permutation, index[i]); };
  if (first.block == last.block) return seconds_in(*block_at(first.block), first.row, last.row);
  std::uint64_t count = seconds_in(*block_at(first.block), first.row, index[first.block].rows);
  // Whole blocks, and the last in part; each less the id it shares with the block before.
  count += index.pairs(first.block + 1, last.block);
  if (last.row > 0) {
    count += seconds_in(*block_at(last.block), 0, last.row);
    if (index[last.block - 1].last[1] == index[last.block].first[1]) --count;
  }
  return count;
}

}  // namespace dossier::storage
