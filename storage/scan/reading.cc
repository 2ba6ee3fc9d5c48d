// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/reading.h"

#include <algorithm>

#include "storage/scan/block_counts.h"
#include "storage/scan/merge_scan.h"

namespace dossier::storage {
namespace {

class EmptyScan : public Scan {
 public:
  std::size_t next(const std::array<TermId*, 4>&, std::size_t) override { return 0; }
  void seek(TermId) override {}
};

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
  std::uint64_t count = seconds_in(state, permutation, range);
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
