// SPDX-License-Identifier: Apache-2.0
// Cyclic patterns give the same rows by a trie join as joined two by two.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "engine/query/query_result.h"
#include "storage/memory_source.h"

using namespace dossier;

namespace {

Term node(unsigned number) { return Term::iri("urn:x:n" + std::to_string(number)); }

/// Edges of two kinds between few nodes, some of them in several graphs, and a class for each.
std::shared_ptr<const storage::QuadSource> random_graph(unsigned nodes, unsigned edges) {
  std::mt19937 numbers(edges);
  const auto below = [&](unsigned most) { return static_cast<unsigned>(numbers() % most); };
  std::vector<Quad> quads;
  for (unsigned i = 0; i < edges; ++i) {
    Quad quad{node(below(nodes)), Term::iri(below(3) == 0 ? "urn:x:q" : "urn:x:p"),
              node(below(nodes)), std::nullopt};
    if (below(4) == 0) quad.graph = Term::iri("urn:x:g" + std::to_string(below(2)));
    quads.push_back(quad);
    if (below(5) == 0) {
      quad.graph = Term::iri("urn:x:g2");
      quads.push_back(quad);
    }
  }
  for (unsigned i = 0; i < nodes; ++i)
    quads.push_back({node(i), Term::iri("urn:x:class"), node(i % 3), std::nullopt});
  return std::make_shared<storage::MemorySource>(quads);
}

QueryResult started(const std::shared_ptr<const storage::QuadSource>& source,
                    const std::string& text, bool with_cycles, DefaultGraph graph) {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  options.default_graph = graph;
  plan::PassSwitches passes;
  if (!with_cycles) passes.off.insert(std::string(plan::planner_switch::kCycles));
  return start_query(source, text, options, passes);
}

std::vector<std::string> rows(QueryResult result) {
  std::vector<std::string> lines;
  for (Row row; result.next(row);) {
    std::string& line = lines.emplace_back();
    for (const auto& value : row.values()) line += value ? value->to_string() + " " : "- ";
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

constexpr const char* kCyclic[] = {
    "SELECT * { ?a x:p ?b . ?b x:p ?a }",
    "SELECT * { ?a x:p ?b . ?b x:p ?c . ?c x:p ?a }",
    "SELECT * { ?a x:p ?b . ?b x:p ?c . ?a x:p ?c }",
    "SELECT ?b { ?a x:p ?b . ?b x:q ?c . ?a x:p ?c }",
    "SELECT * { ?a x:p ?b . ?b x:p ?d . ?a x:q ?c . ?c x:p ?d }",
    "SELECT * { ?a x:p ?b . ?a x:q ?b }",
    "SELECT * { ?a x:p ?b . ?b x:p ?c . ?c x:p ?a . ?a x:class x:n1 }",
    "SELECT * { ?a x:p ?b . ?b x:p ?c . ?c x:p ?a . FILTER (?a != ?b && STR(?b) < STR(?c)) }",
    "SELECT (COUNT(*) AS ?n) { ?a x:p ?b . ?b x:p ?c . ?c x:p ?a }",
    "SELECT * { GRAPH x:g2 { ?a x:p ?b . ?b x:p ?c . ?c x:p ?a } }",
    "SELECT * { GRAPH ?g { ?a x:p ?b . ?b x:p ?a } }",
    "SELECT * { x:n1 ?e ?b . ?b x:p x:n2 . ?b ?e x:n3 }",
    "SELECT * { ?a x:p ?b . ?b x:none ?c . ?c x:p ?a }",
    "SELECT * { ?a x:p ?b . ?b x:p ?c . ?c x:p ?d . ?d x:p ?a . ?a x:p ?c }",
    "SELECT * { ?a x:p ?a . ?a x:p ?b . ?b x:p ?a }",
    "SELECT * { ?a x:class ?k OPTIONAL { ?a x:p ?b . ?b x:p ?c . ?c x:p ?a } }",
    "SELECT * { ?a x:class ?k FILTER NOT EXISTS { ?a x:p ?b . ?b x:p ?c . ?c x:p ?a } }",
};

}  // namespace

TEST_CASE("cyclic patterns have the same rows in whatever way they are joined") {
  const auto graph = GENERATE(DefaultGraph::union_of_all, DefaultGraph::strict);
  for (const auto& source :
       {random_graph(4, 9), random_graph(12, 60), random_graph(40, 500), random_graph(3, 0)}) {
    for (const char* query : kCyclic) {
      INFO(query);
      CHECK(rows(started(source, query, true, graph)) ==
            rows(started(source, query, false, graph)));
    }
  }
}

TEST_CASE("a triangle over many edges is found by a trie join, a path is not") {
  const auto source = random_graph(300, 6000);
  const auto plan_of = [&](const char* query, bool with_cycles) {
    return started(source, query, with_cycles, DefaultGraph::union_of_all).plan();
  };
  for (const char* query : {kCyclic[1], kCyclic[2], kCyclic[4]}) {
    INFO(query);
    CHECK(plan_of(query, true).find("trie join by") != std::string::npos);
    CHECK(plan_of(query, false).find("trie join") == std::string::npos);
    const auto found = rows(started(source, query, true, DefaultGraph::union_of_all));
    CHECK(found == rows(started(source, query, false, DefaultGraph::union_of_all)));
    CHECK(found.size() > 1000);
  }
  CHECK(plan_of("SELECT * { ?a x:p ?b . ?b x:p ?c }", true).find("trie") == std::string::npos);
}
