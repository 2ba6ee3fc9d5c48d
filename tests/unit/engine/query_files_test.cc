// SPDX-License-Identifier: Apache-2.0
// Data, queries and the rows they must give, as text files: tests/unit/engine/queries/*.case.
//
// Blocks of a case: "data" (TriG), then any number of "query [strict]", each followed by
// "rows [ordered]", "triples", "answer" or "error". A row is its terms in N-Triples form with
// prefixed names of the namespace <urn:x:> written x:..., joined by " | "; "-" is unbound. Blank
// nodes are written _:.
// A line "#$ NAME TERM" in a query gives it a parameter.
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>

#include "dossier/dossier.h"
#include "engine/plan/passes.h"
#include "engine/query/query_result.h"
#include "graph_case.h"
#include "storage/memory_source.h"
#include "tests/case_file.h"

using namespace dossier;

namespace {

std::shared_ptr<const storage::QuadSource> source_of(const std::string& trig) {
  return std::make_shared<storage::MemorySource>(quads_of(trig));
}

std::vector<std::string> triples_of(QueryResult& result) {
  std::vector<std::string> lines;
  Quad quad;
  while (result.next(quad))
    lines.push_back(show(quad.subject) + " " + show(quad.predicate) + " " + show(quad.object));
  return lines;
}

void check_case(const std::shared_ptr<const storage::QuadSource>& source, const test::Step& query,
                const test::Step& expected, const plan::PassSwitches& passes) {
  QueryOptions options;
  options.threads = 3;
  options.prefixes["x"] = "urn:x:";
  options.parameters = parameters_of(query.text);
  if (query.words.find("strict") != std::string::npos) options.default_graph = DefaultGraph::strict;
  INFO(query.text);
  if (expected.kind == "error") {
    try {
      QueryResult result = start_query(source, query.text, options, passes);
      rows_of(result);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK_THAT(error.what(), Catch::Contains(test::lines_of(expected.text).at(0)));
    }
    return;
  }
  QueryResult result = start_query(source, query.text, options, passes);
  INFO(result.plan());
  std::vector<std::string> wanted = test::lines_of(expected.text);
  if (expected.kind == "answer") {
    CHECK((result.boolean() ? "true" : "false") == wanted.at(0));
    return;
  }
  std::vector<std::string> got = expected.kind == "triples" ? triples_of(result) : rows_of(result);
  if (expected.words.find("ordered") == std::string::npos) {
    std::sort(got.begin(), got.end());
    std::sort(wanted.begin(), wanted.end());
  }
  CHECK(got == wanted);
}

void run_files(const plan::PassSwitches& passes) {
  for (const test::Case& one : test::read_cases(DOSSIER_TEST_DATA "/queries")) {
    INFO(one.where());
    const auto source = source_of(one.only("data").text);
    REQUIRE(one.steps.size() % 2 == 1);
    for (std::size_t i = 1; i < one.steps.size(); i += 2) {
      REQUIRE(one.steps[i].kind == "query");
      check_case(source, one.steps[i], one.steps[i + 1], passes);
    }
  }
}

}  // namespace

TEST_CASE("queries give the rows their files say") { run_files({}); }

TEST_CASE("queries give the same rows with any pass switched off") {
  const std::vector<std::string> names = plan::all_switches();
  for (const std::string& name : names) {
    INFO("without " << name);
    run_files({{name}});
  }
  run_files({{names.begin(), names.end()}});
}

TEST_CASE("queries give the same rows when several threads work on all they can") {
  for (const std::uint64_t rows : {1U, 3U}) {
    INFO("parts of " << rows);
    run_files({.off = {}, .part_rows = rows});
  }
}
