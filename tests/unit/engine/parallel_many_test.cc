// SPDX-License-Identifier: Apache-2.0
// Several threads over so many rows that sorting is cut into pieces and rows are divided into
// classes instead of being grouped: the answers of one thread.
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "dossier/results.h"
#include "engine/plan/passes.h"
#include "engine/query/query_result.h"
#include "storage/memory_source.h"

using namespace dossier;

namespace {

constexpr std::size_t kSubjects = 60'000;

Term x(const std::string& name) { return Term::iri("urn:x:" + name); }

/// Numbers that repeat, texts with a common beginning, and values of all kinds.
std::shared_ptr<const storage::QuadSource> source() {
  static const auto made = [] {
    std::mt19937_64 random(3);
    std::vector<Quad> quads;
    for (std::size_t i = 0; i < kSubjects; ++i) {
      const Term subject = x("s" + std::to_string(i));
      const std::uint64_t number = random() % 5000;
      quads.push_back({subject, x("number"), Term::integer(static_cast<std::int64_t>(number)), {}});
      quads.push_back({subject, x("unique"), x("u" + std::to_string(random() % 500'000)), {}});
      quads.push_back(
          {subject, x("name"), Term::string("the name is " + std::to_string(number)), {}});
      const Term values[] = {Term::integer(static_cast<std::int64_t>(number)),
                             Term::string("s" + std::to_string(number)), x("v"),
                             Term::string("the name is long"), Term::lang("text", "en")};
      quads.push_back({subject, x("any"), values[random() % std::size(values)], {}});
    }
    return std::make_shared<storage::MemorySource>(quads);
  }();
  return made;
}

std::vector<std::string> answer(const std::string& query, std::size_t threads) {
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  options.threads = threads;
  plan::PassSwitches passes;
  passes.part_rows = 3000;
  QueryResult result = start_query(source(), query, options, passes);
  std::vector<std::string> lines;
  for (Row row; result.next(row);) {
    std::string& line = lines.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) line += (row[i] ? row[i]->to_string() : "-") + " ";
  }
  if (query.find("ORDER BY") == std::string::npos) std::sort(lines.begin(), lines.end());
  return lines;
}

void check(const char* query) {
  INFO(query);
  const std::vector<std::string> wanted = answer(query, 1);
  CHECK(!wanted.empty());
  for (const std::size_t threads : {2U, 3U}) CHECK((answer(query, threads) == wanted));
}

}  // namespace

TEST_CASE("many rows are sorted by several threads as by one") {
  check("SELECT ?s { ?s x:number ?v } ORDER BY ?v");
  check("SELECT ?s ?v { ?s x:number ?v } ORDER BY DESC(?v) DESC(?s)");
  check("SELECT ?s { ?s x:name ?v } ORDER BY ?v");
  check("SELECT ?s ?v { ?s x:any ?v } ORDER BY DESC(?v)");
  check("SELECT ?s ?v ?n { ?s x:any ?v ; x:name ?n } ORDER BY ?v DESC(?n)");
  check("SELECT ?s { ?s x:number ?v } ORDER BY ?v LIMIT 100 OFFSET 30000");
  check("SELECT ?s { ?s x:number ?v BIND(1 AS ?one) } ORDER BY ?one");
  check("SELECT ?s { ?s x:number ?v BIND(1 AS ?one) } ORDER BY ?one LIMIT 20");
  check("SELECT ?s ?n { ?s x:number ?v ; x:name ?n } ORDER BY DESC(?v) ?n LIMIT 7");
  check("SELECT ?s ?v { ?s ?p ?v } ORDER BY DESC(?v) ?s LIMIT 3");
  check("SELECT ?s ?v { ?s ?p ?v } ORDER BY ?v DESC(?s) LIMIT 9 OFFSET 2000");
  check("SELECT ?w { ?s x:number ?v BIND(CONCAT(\"made of \", STR(?v)) AS ?w) } ORDER BY ?w");
  check("SELECT ?s ?o { ?s x:number ?v OPTIONAL { ?s x:name ?o FILTER(?v > 4000) } } ORDER BY ?o");
}

TEST_CASE("the first of many rows are those of the whole order") {
  for (const char* order : {"?v ?s", "DESC(?v) ?s", "?s", "DESC(?s)", "?p DESC(?v) ?s"}) {
    const std::string query =
        std::string("SELECT ?s ?p ?v { ?s ?p ?v FILTER(?p != x:unique) } ORDER BY ") + order +
        " ?p";
    INFO(query);
    std::vector<std::string> all = answer(query, 1);
    REQUIRE(all.size() == 3 * kSubjects);
    for (const std::size_t limit : {0U, 1U, 10U, 70'000U}) {
      const std::string limited = query + " LIMIT " + std::to_string(limit);
      const auto first = all.begin() + static_cast<std::ptrdiff_t>(limit);
      for (const std::size_t threads : {1U, 2U})
        CHECK((answer(limited, threads) == std::vector<std::string>(all.begin(), first)));
    }
  }
}

TEST_CASE("many groups are made by several threads as by one") {
  check("SELECT DISTINCT ?s ?v { ?s x:number ?v }");
  check("SELECT DISTINCT ?u { ?s x:unique ?u }");
  check("SELECT (COUNT(DISTINCT ?u) AS ?n) { ?s x:unique ?u . ?s x:number ?v }");
  check("SELECT ?u (COUNT(*) AS ?n) (SUM(?v) AS ?m) { ?s x:unique ?u ; x:number ?v } GROUP BY ?u");
  check("SELECT ?s (MIN(STR(?v)) AS ?m) { ?s x:any ?v } GROUP BY ?s");
  check("SELECT ?v (COUNT(*) AS ?n) { ?s x:number ?v } GROUP BY ?v");
  check(
      "SELECT ?w (COUNT(*) AS ?n) { ?s x:unique ?u ; x:number ?v "
      "BIND(IF(?v > 4900, CONCAT(STR(?u), \" a made text\"), ?u) AS ?w) } GROUP BY ?w");
}

TEST_CASE("a large result is written by several threads as by one") {
  const auto written = [](std::size_t threads, const char* format, std::size_t memory) {
    QueryOptions options;
    options.threads = threads;
    options.memory_bytes = memory;
    options.prefixes["x"] = "urn:x:";
    QueryResult result = start_query(
        source(),
        "SELECT ?s ?p ?w { ?s ?p ?o BIND(IF(STRLEN(?o) > 15, CONCAT(?o, \"!\"), ?o) AS ?w) }",
        options);
    std::ostringstream out;
    CHECK(write_results(result, format, out).count == 4 * kSubjects);
    return out.str();
  };
  constexpr std::size_t kMemory = std::size_t{1} << 30;
  for (const char* format : {"tsv", "json"}) {
    const std::string alone = written(1, format, kMemory);
    CHECK((written(2, format, kMemory) == alone));
    CHECK((written(3, format, kMemory) == alone));
  }
  CHECK((written(3, "tsv", std::size_t{24} << 20) == written(1, "tsv", kMemory)));
}
