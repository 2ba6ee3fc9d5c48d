// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/exact_counts.h"

#include <algorithm>

#include "storage/scan/block_counts.h"

namespace dossier::storage {
namespace {

/// Changes are looked up in the blocks one by one.
constexpr std::size_t kFewChanges = 256;

enum class Rows { each_quad, none, unknown };

/// The graph of all quads; none when there may be several.
std::optional<std::uint64_t> only_graph(const Counted& counted) {
  const BlockIndex& index = counted.state.index(Permutation::gspo);
  if (index.heads() > 1 || counted.gspo.size() > kFewChanges) return std::nullopt;
  std::optional<std::uint64_t> graph;
  if (index.size() > 0) graph = index[0].first[0];
  for (DeltaCursor cursor(counted.gspo, {kLowestKey, kHighestKey}); !cursor.at_end();
       cursor.next()) {
    if (graph && *graph != cursor.key()[0]) return std::nullopt;
    graph = cursor.key()[0];
  }
  return graph.value_or(TermId::default_graph().bits());
}

/// What the quads of the range are to the request.
Rows rows_of(const Counted& counted, const ScanRequest& request) {
  const bool is_graph_fixed = request.permutation == Permutation::gspo && request.prefix_length > 0;
  if (is_graph_fixed)
    return request.graphs.contains(request.prefix[0]) ? Rows::each_quad : Rows::none;
  if (!request.graphs.distinct && request.graphs.kind == GraphScope::Kind::all)
    return Rows::each_quad;
  const auto graph = only_graph(counted);
  if (!graph) return Rows::unknown;
  return request.graphs.contains(TermId{*graph}) ? Rows::each_quad : Rows::none;
}

bool is_in_blocks(const State& state, Permutation permutation, const Key& key) {
  return rows_in(state, permutation, {key, key}) > 0;
}

/// Rows of the range; none when the delta has too many changes there.
std::optional<std::uint64_t> count(const Counted& counted, Permutation permutation,
                                   const KeyRange& range) {
  auto rows = static_cast<std::int64_t>(rows_in(counted.state, permutation, range));
  std::size_t changes = 0;
  for (DeltaCursor cursor(counted.delta, range); !cursor.at_end(); cursor.next()) {
    if (++changes > kFewChanges) return std::nullopt;
    rows += cursor.present() ? 1 : 0;
    rows -= is_in_blocks(counted.state, permutation, cursor.key()) ? 1 : 0;
  }
  return static_cast<std::uint64_t>(rows);
}

/// How many more different ids the delta makes in the column behind the prefix.
std::optional<std::int64_t> more_different(const Counted& counted, const ScanRequest& request,
                                           const KeyRange& range) {
  std::int64_t more = 0;
  std::size_t changes = 0;
  std::optional<std::uint64_t> previous;
  for (DeltaCursor cursor(counted.delta, range); !cursor.at_end(); cursor.next()) {
    if (++changes > kFewChanges) return std::nullopt;
    const std::uint64_t id = cursor.key()[request.prefix_length];
    if (previous == id) continue;
    previous = id;
    ScanRequest below = request;
    below.prefix[below.prefix_length++] = TermId{id};
    const KeyRange rows = range_of(below);
    const auto now = count(counted, request.permutation, rows);
    if (!now) return std::nullopt;
    const bool was = rows_in(counted.state, request.permutation, rows) > 0;
    more += (*now > 0 ? 1 : 0) - (was ? 1 : 0);
  }
  return more;
}

}  // namespace

std::optional<std::uint64_t> exact_count(const Counted& counted, const ScanRequest& request) {
  switch (rows_of(counted, request)) {
    case Rows::none:
      return 0;
    case Rows::unknown:
      return std::nullopt;
    case Rows::each_quad:
      break;
  }
  return count(counted, request.permutation, range_of(request));
}

// The block index counts the first ids and the pairs of the first two.
std::optional<std::uint64_t> exact_distinct(const Counted& counted, const ScanRequest& request) {
  if (request.prefix_length > 1 || request.range) return std::nullopt;
  const Rows rows = rows_of(counted, request);
  if (rows == Rows::none) return 0;
  if (rows == Rows::unknown) return std::nullopt;
  const KeyRange range = range_of(request);
  const auto more = more_different(counted, request, range);
  if (!more) return std::nullopt;
  const std::uint64_t known = request.prefix_length == 0
                                  ? counted.state.index(request.permutation).heads()
                                  : seconds_in(counted.state, request.permutation, range);
  return static_cast<std::uint64_t>(static_cast<std::int64_t>(known) + *more);
}

}  // namespace dossier::storage
