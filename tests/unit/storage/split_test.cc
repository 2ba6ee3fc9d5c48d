// SPDX-License-Identifier: Apache-2.0
// That the parts of a request, one after the other, have the rows of the request.
#include <catch2/catch.hpp>
#include <random>
#include <thread>

#include "dossier/quad.h"
#include "quads.h"
#include "storage/memory_source.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

Term iri(const std::string& name) { return Term::iri("urn:" + name); }

/// Few predicates, more subjects, numbers as objects; the same triple in several graphs.
std::vector<Quad> some_quads(std::size_t count) {
  std::mt19937_64 random(7);
  const auto below = [&](std::uint64_t n) { return std::to_string(random() % n); };
  std::vector<Quad> quads;
  for (std::size_t i = 0; i < count; ++i) {
    Quad quad{iri("s" + below(300)), iri("p" + below(4)), iri("o" + below(30)), std::nullopt};
    for (std::uint64_t graphs = random() % 3; graphs > 0; --graphs) {
      quads.push_back(quad);
      quad.graph = iri("g" + below(5));
    }
    quads.push_back(quad);
  }
  return quads;
}

ScanRequest of(Permutation permutation, std::vector<TermId> prefix) {
  ScanRequest request;
  request.permutation = permutation;
  request.graphs.distinct = permutation != Permutation::gspo;
  request.prefix_length = static_cast<std::uint8_t>(prefix.size());
  std::copy(prefix.begin(), prefix.end(), request.prefix.begin());
  return request;
}

std::vector<ScanRequest> requests(const QuadSource& source) {
  std::vector<ScanRequest> result;
  for (const Permutation permutation : kPermutations) {
    result.push_back(of(permutation, {}));
    result.push_back(everything(permutation));
  }
  const TermId predicate = source.find(iri("p1"));
  result.push_back(of(Permutation::pso, {predicate}));
  result.push_back(of(Permutation::pos, {predicate}));
  result.push_back(of(Permutation::pos, {predicate, source.find(iri("o3"))}));
  result.push_back(of(Permutation::spo, {source.find(iri("s5"))}));
  result.push_back(of(Permutation::gspo, {source.find(iri("g1"))}));
  result.push_back(of(Permutation::pos, {predicate}));
  const std::vector<Key> rows = scan_all(source, result.back());
  result.back().range = IdRange{TermId{rows[rows.size() / 4][1]}, TermId{rows[rows.size() / 2][1]}};
  return result;
}

/// The number of parts.
std::size_t check(const QuadSource& source, const ScanRequest& request, std::uint64_t rows,
                  SplitAt at) {
  const std::vector<Key> whole = scan_all(source, request);
  const std::vector<ScanRequest> parts = source.split(request, rows, at);
  std::vector<Key> joined;
  for (const ScanRequest& part : parts) {
    const std::vector<Key> own = scan_all(source, part);
    joined.insert(joined.end(), own.begin(), own.end());
  }
  CHECK(joined == whole);
  for (std::size_t i = 1; at == SplitAt::ids && i < parts.size(); ++i)
    CHECK(parts[i - 1].range->high < parts[i].range->low);
  return parts.size();
}

void check_all(const QuadSource& source) {
  for (const ScanRequest& request : requests(source)) {
    for (const std::uint64_t rows : {1U, 7U, 100U, 5000U}) {
      const std::size_t parts = check(source, request, rows, SplitAt::rows);
      check(source, request, rows, SplitAt::ids);
      if (request.prefix_length == 0 && !request.range && rows == 100) CHECK(parts > 2);
    }
    CHECK(check(source, request, 1'000'000, SplitAt::rows) == 1);
  }
}

}  // namespace

TEST_CASE("The parts of a scan have its rows, in its order: vectors") {
  check_all(MemorySource(some_quads(2000)));
}

TEST_CASE("The parts of a scan have its rows, in its order: blocks under a delta") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const std::vector<Quad> quads = some_quads(3000);
  const auto insert = [&](std::size_t from, std::size_t to) {
    const auto tx = store->begin();
    for (std::size_t i = from; i < to; ++i) tx->insert(quads[i]);
    tx->commit();
  };
  insert(0, quads.size() - 200);
  store->compact();
  insert(quads.size() - 200, quads.size());
  check_all(*store->snapshot());
}

TEST_CASE("A transaction, which one thread reads, is in one part") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const auto tx = store->begin();
  for (const Quad& quad : some_quads(300)) tx->insert(quad);
  CHECK(tx->split(everything(Permutation::spo), 10, SplitAt::rows).size() == 1);
}

}  // namespace dossier::storage
