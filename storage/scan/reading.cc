// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/reading.h"

#include <algorithm>

#include "storage/scan/merge_scan.h"

namespace dossier::storage {
namespace {

class EmptyScan : public Scan {
 public:
  std::size_t next(const std::array<TermId*, 4>&, std::size_t) override { return 0; }
  void seek(TermId) override {}
};

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

std::uint64_t rows_in(const State& state, Permutation permutation, const KeyRange& range) {
  const BlockIndex& index = state.index(permutation);
  if (index.size() == 0 || range.high < range.low) return 0;
  const Place first = place_of(state, permutation, range.low, false);
  const Place last = place_of(state, permutation, range.high, true);
  return index.rows(first.block, last.block) + last.row - first.row;
}

// Different second ids below one first id, in the rows [first, last) of a block.
std::uint64_t seconds_in(const Block& block, std::size_t first, std::size_t last) {
  if (first >= last) return 0;
  std::vector<std::uint64_t> values(last - first);
  block.column(1).decode(first, values.size(), values.data());
  std::uint64_t count = 1;
  for (std::size_t i = 1; i < values.size(); ++i) count += values[i] != values[i - 1] ? 1 : 0;
  return count;
}

std::uint64_t block_seconds(const State& state, Permutation permutation, const KeyRange& range) {
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

}  // namespace

std::unique_ptr<Scan> make_scan(const State& state, const Delta& delta,
                                const ScanRequest& request) {
  for (std::size_t i = 0; i < request.prefix_length; ++i) {
    if (!request.prefix[i]) return std::make_unique<EmptyScan>();
  }
  return std::make_unique<MergeScan>(state, delta, request);
}

std::uint64_t estimate(const State& state, const Delta& delta, const ScanRequest& request) {
  const KeyRange range = range_of(request);
  const auto rows = static_cast<std::int64_t>(rows_in(state, request.permutation, range));
  return static_cast<std::uint64_t>(std::max<std::int64_t>(0, rows + delta.net(range)));
}

Permutation distinct_permutation(Position position) {
  switch (position) {
    case Position::subject:
      return Permutation::pso;
    case Position::object:
      return Permutation::pos;
    default:
      return Permutation::gspo;
  }
}

std::uint64_t distinct_estimate(const State& state, const Delta& pairs, TermId predicate,
                                Position position) {
  if (position == Position::predicate) return 1;
  if (position == Position::graph) return 0;
  const Permutation permutation = distinct_permutation(position);
  ScanRequest request{.permutation = permutation,
                      .prefix = {predicate},
                      .prefix_length = 1,
                      .range = {},
                      .graphs = {}};
  const KeyRange range = range_of(request);
  std::uint64_t count = block_seconds(state, permutation, range);
  std::optional<std::uint64_t> previous;
  for (DeltaCursor cursor(pairs, range); !cursor.at_end(); cursor.next()) {
    if (!cursor.present() || previous == cursor.key()[1]) continue;
    previous = cursor.key()[1];
    ++count;
  }
  return std::min(count, estimate(state, pairs, request));
}

bool contains(const State& state, const Delta& spo, const IdQuad& quad) {
  return Membership(state, spo).contains(quad);
}

bool Membership::contains(const IdQuad& quad) {
  const Key key = to_key(Permutation::spo, quad);
  if (const auto said = delta_.find(key)) return *said;
  const BlockIndex& index = state_.index(Permutation::spo);
  if (index.size() == 0) return false;
  const BlockEntry& entry = index[index.find(key)];
  if (key < entry.first || key > entry.last) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    if (key[i] < entry.low[i] || key[i] > entry.high[i]) return false;
  }
  if (serial_ != entry.serial) {
    block_ = state_.block(Permutation::spo, entry);
    serial_ = entry.serial;
  }
  return block_->contains(key);
}

std::vector<TermId> named_graphs(const State& state, const Delta& gspo) {
  ScanRequest request;
  request.permutation = Permutation::gspo;
  request.graphs = {.kind = GraphScope::Kind::all, .graphs = {}, .distinct = false};
  request.range = IdRange{TermId{TermId::default_graph().bits() + 1}};
  MergeScan scan(state, gspo, request);
  std::vector<TermId> graphs;
  TermId graph;
  while (scan.next({nullptr, nullptr, nullptr, &graph}, 1) == 1) {
    graphs.push_back(graph);
    scan.seek(TermId{graph.bits() + 1});
  }
  return graphs;
}

}  // namespace dossier::storage
