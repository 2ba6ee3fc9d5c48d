// SPDX-License-Identifier: Apache-2.0
// Paths with two free ends: those found first, from the index, and all others give each pair once.
#include <catch2/catch.hpp>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "engine/query/query_result.h"
#include "storage/memory_source.h"

using namespace dossier;

namespace {

using Source = std::shared_ptr<const storage::QuadSource>;
using Pairs = std::multiset<std::pair<std::string, std::string>>;

Pairs pairs(const Source& source, const std::string& text) {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  QueryResult result = start_query(source, text, options, {});
  Pairs found;
  for (Row row; result.next(row);)
    found.emplace(row.values()[0]->to_string(), row.values()[1]->to_string());
  return found;
}

class Graph {
 public:
  void add(const std::string& from, const std::string& to) {
    quads_.push_back(
        {Term::iri("urn:x:" + from), Term::iri("urn:x:p"), Term::iri("urn:x:" + to), std::nullopt});
  }
  Source source() const { return std::make_shared<storage::MemorySource>(quads_); }

 private:
  std::vector<Quad> quads_;
};

void check_all(const Source& source, std::size_t count) {
  for (const std::string path : {"x:p+", "(^x:p)+", "(x:p|x:p)+"}) {
    const Pairs found = pairs(source, "SELECT ?a ?b { ?a " + path + " ?b }");
    CHECK(found.size() == count);
    CHECK(std::set(found.begin(), found.end()).size() == count);
  }
}

}  // namespace

TEST_CASE("few starts", "[path]") {
  Graph graph;
  for (const auto& [from, to] : {std::pair("a", "b"), {"b", "c"}, {"c", "a"}, {"d", "d"}})
    graph.add(from, to);
  check_all(graph.source(), 3 * 3 + 1);
}

TEST_CASE("more starts than are searched first", "[path]") {
  Graph graph;
  constexpr std::size_t kNodes = 60;
  for (std::size_t i = 0; i + 1 < kNodes; ++i)
    graph.add("n" + std::to_string(i), "n" + std::to_string(i + 1));
  check_all(graph.source(), kNodes * (kNodes - 1) / 2);
}

// The first search meets so many nodes that what is left of it comes from the graph of the path.
TEST_CASE("a start that reaches too much for the first searches", "[path]") {
  Graph graph;
  constexpr std::size_t kWidth = 3000;
  for (std::size_t i = 0; i < kWidth; ++i) {
    const std::string number = std::to_string(i);
    graph.add("a", "b" + number);
    graph.add("b" + number, "c" + number);
  }
  for (std::size_t i = 0; i < 10; ++i) graph.add("c" + std::to_string(i), "d" + std::to_string(i));
  graph.add("e", "a");
  const std::size_t below_a = 2 * kWidth + 10;
  check_all(graph.source(), 2 * below_a + 1 + (kWidth + 10) + 10);
}

TEST_CASE("the first of many paths are found without reading all steps", "[path]") {
  Graph graph;
  for (std::size_t i = 0; i < 20'000; ++i)
    graph.add("n" + std::to_string(i), "n" + std::to_string(i * 7 % 20'000));
  const Source source = graph.source();
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  options.memory_bytes = 256 << 10;  // the steps alone take more
  QueryResult some = start_query(source, "SELECT * { ?a x:p+ ?b } LIMIT 3", options, {});
  std::size_t count = 0;
  for (Row row; some.next(row);) ++count;
  CHECK(count == 3);
  QueryResult all = start_query(source, "SELECT * { ?a x:p+ ?b }", options, {});
  CHECK_THROWS_AS(
      [&] {
        for (Row row; all.next(row);) continue;
      }(),
      Error);
}
