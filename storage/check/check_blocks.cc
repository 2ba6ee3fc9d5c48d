// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <optional>

#include "dossier/error.h"
#include "storage/check/check.h"
#include "storage/scan/reading.h"

namespace dossier::storage {
namespace {

bool same(const BlockEntry& a, const BlockEntry& b) {
  return a.first == b.first && a.last == b.last && a.low == b.low && a.high == b.high &&
         a.rows == b.rows && a.heads == b.heads && a.pairs == b.pairs;
}

/// Checks the blocks of one permutation as they come from disk.
class BlockChecker {
 public:
  BlockChecker(const State& state, Permutation permutation, Faults& faults, CheckProgress& progress)
      : state_(state), permutation_(permutation), faults_(faults), progress_(progress) {}

  void visit(std::string_view key_bytes, std::string_view value) {
    const Key key = decode_key(key_bytes);
    const BlockIndex& index = state_.index(permutation_);
    for (; at_ < index.size() && index[at_].first < key; ++at_) missing(index[at_]);
    if (at_ == index.size() || index[at_].first != key) {
      fault(key, "a block that the index does not know");
      return;
    }
    try {
      const Block block(value);
      std::vector<Key> rows(block.rows());
      block.decode(0, rows.size(), rows.data());
      check_rows(rows, index[at_]);
    } catch (const Error& error) {
      fault(key, error.what());
    }
    ++at_;
  }

  void finish() {
    const BlockIndex& index = state_.index(permutation_);
    for (; at_ < index.size(); ++at_) missing(index[at_]);
  }

 private:
  void fault(const Key& key, std::string what) {
    faults_.add(fmt::format("{} {}", name_of(permutation_), describe_key(key)), std::move(what));
  }
  void missing(const BlockEntry& entry) { fault(entry.first, "the block is missing"); }

  void check_rows(const std::vector<Key>& rows, const BlockEntry& entry) {
    if (!same(make_entry(rows), entry))
      fault(entry.first, "the block index describes it differently");
    for (const Key& row : rows) {
      progress_.tick();
      if (last_ && !(*last_ < row)) fault(row, "out of order");
      last_ = row;
      for (const std::uint64_t bits : row) {
        if (!state_.counters.knows(TermId{bits})) fault(row, "an id that was never given out");
      }
    }
  }

  const State& state_;
  Permutation permutation_;
  Faults& faults_;
  CheckProgress& progress_;
  std::size_t at_ = 0;
  std::optional<Key> last_;
};

/// A sum over quads that does not depend on their order.
struct Fingerprint {
  std::uint64_t count = 0;
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  static std::uint64_t mixed(const Key& key, std::uint64_t seed) {
    std::uint64_t hash = seed;
    for (const std::uint64_t word : key) {
      hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
      hash ^= hash >> 29;
    }
    return hash;
  }
  void add(const Key& spo) {
    ++count;
    low += mixed(spo, 0x243F6A8885A308D3ULL);
    high += mixed(spo, 0x13198A2E03707344ULL);
  }
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

template <typename Visit>
void each_quad(const State& state, Permutation permutation, const Visit& visit) {
  constexpr std::size_t kBatch = 1024;
  ScanRequest request;
  request.permutation = permutation;
  request.graphs.distinct = false;
  const auto scan = make_scan(state, state.delta(permutation), request);
  std::array<std::vector<TermId>, 4> columns;
  for (auto& column : columns) column.resize(kBatch);
  while (true) {
    const std::size_t count = scan->next(
        {columns[0].data(), columns[1].data(), columns[2].data(), columns[3].data()}, kBatch);
    if (count == 0) return;
    for (std::size_t i = 0; i < count; ++i) {
      visit(IdQuad{columns[0][i], columns[1][i], columns[2][i], columns[3][i]});
    }
  }
}

// What RDF demands of the position, or null.
const char* misplaced(const IdQuad& quad) {
  if (!quad.subject.is_iri() && !quad.subject.is_blank_node())
    return "not RDF: the subject is no IRI or blank node";
  if (!quad.predicate.is_iri()) return "not RDF: the predicate is no IRI";
  const bool graph_is_name = quad.graph.is_iri() || quad.graph.is_blank_node();
  if (!graph_is_name && quad.graph != TermId::default_graph())
    return "not RDF: the graph is no IRI or blank node";
  return nullptr;
}

bool holds(const State& state, Permutation permutation, const IdQuad& quad) {
  const Key key = to_key(permutation, quad);
  ScanRequest request;
  request.permutation = permutation;
  request.prefix_length = 4;
  for (std::size_t i = 0; i < 4; ++i) request.prefix[i] = TermId{key[i]};
  request.graphs.distinct = false;
  return make_scan(state, state.delta(permutation), request)->next({}, 1) == 1;
}

// Which quads one permutation has and the other lacks.
void report_differences(const State& state, Permutation with, Permutation without, Faults& faults,
                        CheckProgress& progress) {
  each_quad(state, with, [&](const IdQuad& quad) {
    progress.tick();
    if (holds(state, without, quad)) return;
    faults.add(fmt::format("{} {}", name_of(without), describe_key(to_key(without, quad))),
               fmt::format("lacks this quad, which {} has", name_of(with)));
  });
}

}  // namespace

void check_blocks(const State& state, Permutation permutation, Faults& faults,
                  CheckProgress& progress) {
  progress.enter(name_of(permutation));
  BlockChecker checker(state, permutation, faults, progress);
  state.database->each(family_of(permutation), {}, state.snapshot.get(),
                       [&](std::string_view key, std::string_view value) {
                         checker.visit(key, value);
                         return true;
                       });
  checker.finish();
}

void check_permutations(const State& state, Faults& faults, CheckProgress& progress) {
  progress.enter("comparing permutations");
  Fingerprint first;
  for (const Permutation permutation : kPermutations) {
    Fingerprint sum;
    each_quad(state, permutation, [&](const IdQuad& quad) {
      progress.tick();
      const Key key = to_key(Permutation::spo, quad);
      sum.add(key);
      if (permutation != Permutation::spo) return;
      if (const char* fault = misplaced(quad)) faults.add("quad " + describe_key(key), fault);
    });
    if (permutation == Permutation::spo) first = sum;
    if (sum == first) continue;
    report_differences(state, Permutation::spo, permutation, faults, progress);
    report_differences(state, permutation, Permutation::spo, faults, progress);
  }
  if (first.count != state.counters.quads) {
    faults.add("meta counters", fmt::format("{} quads are there, {} are counted", first.count,
                                            state.counters.quads));
  }
}

}  // namespace dossier::storage
