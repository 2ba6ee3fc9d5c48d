// SPDX-License-Identifier: Apache-2.0
// What a source says it knows exactly is what a scan finds.
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "quads.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

constexpr std::array kPermutations = {Permutation::spo, Permutation::sop, Permutation::pso,
                                      Permutation::pos, Permutation::osp, Permutation::ops,
                                      Permutation::gspo};

Quad random_quad(std::mt19937& random, int graphs) {
  const auto term = [&](const char* name, int most) {
    return Term::iri(std::string("urn:") + name + std::to_string(random() % most));
  };
  Quad quad{term("s", 40), term("p", 3), term("o", 15), std::nullopt};
  const auto graph = static_cast<int>(random() % static_cast<unsigned>(graphs));
  if (graph > 0) quad.graph = Term::iri("urn:g" + std::to_string(graph));
  return quad;
}

std::uint64_t different(const std::vector<Key>& rows, std::size_t column) {
  std::set<std::uint64_t> ids;
  for (const Key& row : rows) ids.insert(row[column]);
  return ids.size();
}

/// How many of the questions had an answer.
std::size_t check(const QuadSource& source, const ScanRequest& request) {
  const std::vector<Key> rows = scan_all(source, request);
  std::size_t known = 0;
  if (const auto count = source.exact_count(request)) {
    CHECK(*count == rows.size());
    ++known;
  }
  if (request.prefix_length == 4) return known;
  if (const auto count = source.exact_distinct(request)) {
    CHECK(*count == different(rows, request.prefix_length));
    ++known;
  }
  return known;
}

/// Every prefix that some quad has, and one that none has, in each scope.
std::size_t check_all(const QuadSource& source) {
  std::size_t known = 0;
  const TermId graph = source.find(Term::iri("urn:g1"));
  const std::vector<GraphScope> scopes = {
      {GraphScope::Kind::all, {}, true},
      {GraphScope::Kind::all, {}, false},
      {GraphScope::Kind::named, {}, false},
      {GraphScope::Kind::list, {TermId::default_graph()}, true},
      {GraphScope::Kind::list, {graph ? graph : TermId{TermId::Kind::iri, 77}}, true}};
  for (const Permutation permutation : kPermutations) {
    const std::vector<Key> rows = scan_all(source, everything(permutation));
    for (const GraphScope& scope : scopes) {
      ScanRequest request{.permutation = permutation,
                          .prefix = {},
                          .prefix_length = 0,
                          .range = {},
                          .graphs = scope};
      if (permutation == Permutation::gspo) request.graphs.distinct = false;
      known += check(source, request);
      for (std::size_t i = 0; i < rows.size(); i += 37) {
        for (std::uint8_t length = 1; length <= 3; ++length) {
          request.prefix_length = length;
          for (std::size_t k = 0; k < length; ++k) request.prefix[k] = TermId{rows[i][k]};
          known += check(source, request);
        }
      }
      request.prefix_length = 1;
      request.prefix[0] = TermId{TermId::Kind::iri, 999'999};
      known += check(source, request);
    }
  }
  return known;
}

}  // namespace

TEST_CASE("Counts that a store knows are exact, with and without changes over the blocks") {
  const int graphs = GENERATE(1, 3);
  std::mt19937 random(static_cast<unsigned>(graphs));
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  {
    auto tx = store->begin();
    for (int i = 0; i < 600; ++i) tx->insert(random_quad(random, graphs));
    tx->commit();
  }
  store->compact();
  CHECK(check_all(*store->snapshot()) > 100);
  // Changes that add, take away, say what is so already, and take back.
  for (int round = 0; round < 3; ++round) {
    auto tx = store->begin();
    for (int i = 0; i < 30; ++i) {
      tx->insert(random_quad(random, graphs));
      tx->erase(random_quad(random, graphs));
    }
    tx->commit();
    CHECK(check_all(*store->snapshot()) > 100);
  }
}

TEST_CASE("A store without quads knows that it has none") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const auto snapshot = store->snapshot();
  const ScanRequest request = everything(Permutation::spo);
  CHECK(snapshot->exact_count(request) == 0U);
  CHECK(snapshot->exact_distinct(request) == 0U);
}

}  // namespace dossier::storage
