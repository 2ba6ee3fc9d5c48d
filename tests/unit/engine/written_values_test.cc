// SPDX-License-Identifier: Apache-2.0
// Results whose terms are read, and whose values are computed, for many rows at a time.
#include <catch2/catch.hpp>
#include <sstream>

#include "all_kinds.h"
#include "dossier/error.h"
#include "dossier/results.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

class Fixture {
 public:
  std::string written(const std::string& query, const RowHook& hook = {}) {
    return written(query, QueryOptions{}, hook);
  }
  std::string written(const std::string& query, const QueryOptions& options,
                      const RowHook& hook = {}) {
    std::ostringstream out;
    QueryResult result = base->query(query, options);
    count = write_results(result, "tsv", out, hook).count;
    return out.str();
  }
  /// The rows as they are when nothing is done for many together.
  std::string one_by_one(const std::string& query) {
    return written(query, [](const Row&) { return true; });
  }

  TemporaryBase base;
  std::uint64_t count = 0;
};

/// Values that are computed as they are written, and one of each kind that is not.
constexpr const char* kComputed[] = {
    "SELECT (CONCAT(STR(?s), \" \", UCASE(STR(?o))) AS ?line) { ?s ?p ?o }",
    "SELECT ?o (IF(ISLITERAL(?o), ?o, ?p) AS ?either) ?s { ?s ?p ?o }",
    "SELECT (STRLANG(STR(?o), \"de\") AS ?a) (STRLEN(STR(?o)) AS ?b) (?o + 1 AS ?c) { ?s ?p ?o }",
    "SELECT (IRI(CONCAT(STR(?s), \"/x\")) AS ?iri) (CONCAT(?o, ?o) AS ?twice) { ?s <urn:lang> ?o }",
    "SELECT (SUBJECT(?o) AS ?part) (TRIPLE(?s, ?p, ?o) AS ?whole) { ?s ?p ?o }",
    "SELECT (STR(?s) AS ?x) (CONCAT(?x, \"!\") AS ?y) { ?s ?p ?o }",
    "SELECT (STRDT(STR(?o), <urn:type>) AS ?typed) { ?s <urn:value> ?o }",
    "SELECT (STR(?none) AS ?nothing) (COALESCE(?n, ?s) AS ?some) { ?s ?p ?o "
    "OPTIONAL { ?s <urn:rank> ?n } }",
    "SELECT (CONCAT(?made, \"?\") AS ?again) { ?s ?p ?o BIND (STR(?o) AS ?made) }",
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a large result is the same whoever writes it, and in how many pieces") {
  constexpr int kRows = 140'000;  // several threads write results of stores that have parts
  std::string data = "INSERT DATA { ";
  for (int i = 0; i < kRows; ++i) {
    // Neighbours in the order of subjects are far apart in that of objects.
    const std::string text = std::to_string(i * 7919LL % kRows) + " is a text of some length";
    data += "<urn:s" + std::to_string(100'000 + i) + "> <urn:text> \"" + text + "\" . ";
  }
  base->update(data + "}");
  base->compact();
  const std::string line = "SELECT ?o (CONCAT(STR(?s), UCASE(?o)) AS ?line) { ?s <urn:text> ?o }";
  for (const std::string& query : {std::string("SELECT ?s ?o { ?s <urn:text> ?o }"), line}) {
    const std::string expected = one_by_one(query);
    QueryOptions options;
    for (const std::size_t threads : {1, 3}) {
      for (const std::size_t megabytes : {16, 1024}) {
        options.threads = threads;
        options.memory_bytes = megabytes << 20;
        CHECK((written(query, options) == expected));
        CHECK(count == kRows);
      }
    }
  }
}

TEST_CASE_METHOD(Fixture, "a stop says how far the query was, wherever it finds the writers") {
  constexpr int kRows = 140'000;
  std::string data = "INSERT DATA { ";
  for (int i = 0; i < kRows; ++i) data += "<urn:s> <urn:text> \"" + std::to_string(i) + "\" . ";
  base->update(data + "}");
  base->compact();
  std::size_t asked = 0;
  for (std::size_t stop_at = 1; stop_at >= asked; stop_at += 29) {
    asked = 0;
    QueryOptions options;
    options.threads = 3;
    options.cancellation = CancellationToken([&] { return ++asked >= stop_at; });
    std::ostringstream out;
    try {
      QueryResult result =
          base->query("SELECT (SHA512(?text) AS ?hash) { ?s <urn:text> ?text }", options);
      write_results(result, "tsv", out);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::cancelled);
      INFO(stop_at << " of the questions; " << out.str().size() << " bytes were written");
      if (!out.str().empty())
        CHECK(std::string(error.what()).find("after 0 intermediate") == std::string::npos);
      continue;
    }
    break;
  }
  CHECK(asked > 20);
}

TEST_CASE_METHOD(Fixture, "values computed as they are written are those computed before") {
  test::fill_with_all_kinds(*base);
  for (const std::string query : kComputed) {
    INFO(query);
    for (const std::string end : {"", " OFFSET 20 LIMIT 70", " ORDER BY ?s ?p ?o"}) {
      CHECK(written(query + end) == one_by_one(query + end));
      CHECK(count > 60);
    }
    QueryOptions options;
    options.threads = 3;
    options.memory_bytes = std::size_t{8} << 20;
    CHECK(written(query, options) == one_by_one(query));
  }
}

TEST_CASE_METHOD(Fixture,
                 "a computed language tag is spelled as its expression says, and is equal") {
  base->update("INSERT DATA { <urn:a> <urn:text> \"mot\"@fr-ca . <urn:b> <urn:text> \"mot\"@FR }");
  const std::string made = "STRLANG(STR(?o), \"FR-CA\")";
  const std::string pattern = " { <urn:a> <urn:text> ?o }";
  for (const std::string format : {"tsv", "csv", "json", "xml"}) {
    std::ostringstream out;
    QueryResult result = base->query("SELECT (" + made + " AS ?made) ?o" + pattern);
    write_results(result, format, out);
    INFO(out.str());
    CHECK((out.str().find("FR-CA") != std::string::npos) == (format != "csv"));  // CSV has no tags
    CHECK((out.str().find("fr-ca") != std::string::npos) == (format != "csv"));
  }
  CHECK(written("SELECT (LANG(" + made + ") AS ?tag)" + pattern) == "?tag\n\"FR-CA\"\n");
  CHECK(written("SELECT (SAMETERM(" + made + ", ?o) AS ?same)" + pattern) == "?same\ntrue\n");
  CHECK(written("SELECT DISTINCT ?t { ?s <urn:text> ?o BIND (STRLANG(STR(?o), \"Fr\") AS ?t) }") ==
        "?t\n\"mot\"@FR\n");
}

TEST_CASE_METHOD(Fixture, "computed values keep within the memory limit, and are cancelled") {
  for (int i = 0; i < 30; ++i)
    base->update("INSERT DATA { <urn:s" + std::to_string(i) + "> <urn:large> \"" +
                 std::string(1'000'000, 'x') + std::to_string(i) + "\" }");
  const std::string query = "SELECT (CONCAT(?text, ?text) AS ?twice) { ?s <urn:large> ?text }";
  QueryOptions options;
  options.memory_bytes = std::size_t{16} << 20;
  CHECK(written(query, options).size() > 60'000'000);
  CHECK(count == 30);
  options.memory_bytes = std::size_t{2} << 20;
  QueryResult refused = base->query(query, options);
  std::ostringstream nothing;
  CHECK_THROWS_AS(write_results(refused, "tsv", nothing), Error);
  options = {};
  QueryResult cancelled = base->query(query, options);
  options.cancellation.cancel();
  CHECK_THROWS_AS(write_results(cancelled, "tsv", nothing), Error);
}
