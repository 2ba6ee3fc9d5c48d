// SPDX-License-Identifier: Apache-2.0
// The formats of results, and results written in them.
#include "dossier/results.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "all_kinds.h"
#include "dossier/error.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

class Fixture {
 public:
  Fixture() { base->update("INSERT DATA { e:Ada r:visit e:Oslo . e:Ben r:visit e:Oslo }"); }

  std::string written(const std::string& query, std::string_view format, const RowHook& hook = {}) {
    std::ostringstream out;
    QueryResult result = base->query(query);
    last = write_results(result, format, out, hook);
    return out.str();
  }

  TemporaryBase base;
  WrittenResults last;
};

constexpr const char* kWho = "SELECT ?who { ?who r:visit e:Oslo } ORDER BY ?who";

}  // namespace

TEST_CASE("formats are found by name, ending and media type") {
  const std::pair<const char*, const char*> words[] = {
      {"json", "json"}, {"srj", "json"},   {"jsonl", "jsonlines"}, {"md", "markdown"},
      {"nt", "nt"},     {"turtle", "ttl"}, {"ntriples", "nt"},     {"trig", "trig"}};
  for (const auto& [word, name] : words) CHECK(result_format(word).name == name);
  CHECK(find_result_format("table") == nullptr);
  CHECK_THROWS_WITH(result_format("jason"),
                    "there is no format jason; did you mean json?\n"
                    "formats: csv tsv json xml jsonlines ndjson markdown nt nq ttl trig rdfxml "
                    "jsonld");
  CHECK(result_format_of_media_type("Text/CSV; header=present")->name == "csv");
  CHECK(result_format_of_media_type("application/sparql-results+json")->name == "json");
  CHECK(result_format_of_media_type("text/turtle")->name == "ttl");
  CHECK(result_format_of_media_type("image/png") == nullptr);
  for (const ResultFormat& format : result_formats()) {
    CHECK(format.rdf.has_value() == (format.make_writer == nullptr));
    CHECK(&result_format(format.endings.front()) == &format);
    CHECK(result_format_of_media_type(format.media_types.front()) == &format);
  }
}

TEST_CASE_METHOD(Fixture, "rows, truth values and triples are written in a format of rows") {
  CHECK(written(kWho, "csv") == "who\r\nurn:dossier:entity:Ada\r\nurn:dossier:entity:Ben\r\n");
  CHECK(last.count == 2);
  CHECK(written("ASK { e:Ada r:visit e:Oslo }", "tsv") == "true\n");
  CHECK(last.count == 1);
  CHECK(written("CONSTRUCT { e:Ada r:knows e:Ben } {}", "markdown") ==
        "| subject | predicate | object |\n| --- | --- | --- |\n"
        "| e:Ada | r:knows | e:Ben |\n");
}

TEST_CASE_METHOD(Fixture, "triples are written as RDF, and nothing else is") {
  CHECK(written("CONSTRUCT { e:Ada r:knows e:Ben } {}", "nt") ==
        "<urn:dossier:entity:Ada> <urn:dossier:relation:knows> <urn:dossier:entity:Ben> .\n");
  CHECK_THROWS_WITH(written(kWho, "nt"),
                    "the format nt holds triples, and this query gives rows; use one of csv, tsv, "
                    "json, xml, jsonlines, ndjson, markdown");
  CHECK_THROWS_AS(written("ASK {}", "turtle"), Error);
  std::ostringstream out;
  CHECK_THROWS_AS(make_results_writer(out, "trig"), Error);
}

TEST_CASE_METHOD(Fixture, "a hook ends a result before a row") {
  std::uint64_t seen = 0;
  CHECK(written(kWho, "tsv", [&](const Row&) { return ++seen < 2; }) ==
        "?who\n<urn:dossier:entity:Ada>\n");
  CHECK(last.count == 1);
  CHECK(last.more);
}

TEST_CASE_METHOD(Fixture, "a writer takes rows of the application") {
  std::ostringstream out;
  const std::unique_ptr<ResultsSink> writer = make_results_writer(out, "jsonlines");
  const std::optional<Term> row[] = {Term::integer(1), std::nullopt};
  writer->begin({"n", "none"});
  writer->row(row);
  writer->end();
  CHECK(out.str() ==
        "{\"n\":{\"type\":\"literal\",\"value\":\"1\",\"datatype\":"
        "\"http://www.w3.org/2001/XMLSchema#integer\"}}\n");
}

TEST_CASE_METHOD(Fixture, "ndjson has plain values") {
  CHECK(written("SELECT * { VALUES (?a ?b ?c) { (7 1.5 2e3) (true UNDEF \"x \\\"y\\\"\"@en) "
                "(e:Ada \"007\"^^<http://www.w3.org/2001/XMLSchema#integer> "
                "\"INF\"^^<http://www.w3.org/2001/XMLSchema#double>) } }",
                "ndjson") ==
        "{\"a\":7,\"b\":1.5,\"c\":2e3}\n"
        "{\"a\":true,\"c\":\"x \\\"y\\\"\"}\n"
        "{\"a\":\"urn:dossier:entity:Ada\",\"b\":\"007\",\"c\":\"INF\"}\n");
}

namespace {

/// Terms of all kinds, some of them in many rows, some unbound, some made by the query.
constexpr const char* kMixed = R"(
SELECT ?s ?p ?o ?made ?n {
  ?s ?p ?o
  OPTIONAL { ?s <urn:rank> ?n }
  BIND (IF(ISLITERAL(?o), CONCAT("made \", of ", STR(?o)), ?none) AS ?made)
} ORDER BY ?s ?p ?o)";

}  // namespace

TEST_CASE_METHOD(Fixture, "rows written from the terms of many rows are the rows one by one") {
  test::fill_with_all_kinds(*base);
  const RowHook one_by_one = [](const Row&) { return true; };
  for (const char* format : {"csv", "tsv", "json", "xml"}) {
    INFO(format);
    const std::string expected = written(kMixed, format, one_by_one);
    const std::uint64_t count = last.count;
    CHECK(count > 10'000);
    CHECK(written(kMixed, format) == expected);
    CHECK(last.count == count);
    CHECK(written("SELECT * {}", format) == written("SELECT * {}", format, one_by_one));
    CHECK(written("SELECT ?x { ?x <urn:none> 1 }", format) ==
          written("SELECT ?x { ?x <urn:none> 1 }", format, one_by_one));
  }
}

TEST_CASE_METHOD(Fixture, "a result that was begun is written from where it stands") {
  test::fill_with_all_kinds(*base);
  QueryResult result = base->query("SELECT ?o { ?s <urn:rank> ?o } ORDER BY ?o");
  Row row;
  for (int i = 0; i < 100; ++i) REQUIRE(result.next(row));
  std::ostringstream out;
  const std::uint64_t rest = write_results(result, "csv", out).count;
  std::uint64_t all = 0;
  for (QueryResult again = base->query("SELECT ?o { ?s <urn:rank> ?o }"); again.next(row);) ++all;
  CHECK(rest == all - 100);
  CHECK(out.str().starts_with("o\r\n300\r\n"));
}

TEST_CASE_METHOD(Fixture, "large terms are written within the memory limit") {
  const std::string large(3'000'000, 'x');
  for (int i = 0; i < 20; ++i)
    base->update("INSERT DATA { <urn:s" + std::to_string(i) + "> <urn:large> \"" + large +
                 std::to_string(i) + "\" }");
  QueryOptions options;
  options.memory_bytes = std::size_t{16} << 20;
  std::ostringstream out;
  QueryResult result = base->query("SELECT ?s ?text { ?s <urn:large> ?text }", options);
  CHECK(write_results(result, "tsv", out).count == 20);
  CHECK(out.str().size() > 20 * large.size());
  options.memory_bytes = std::size_t{2} << 20;
  QueryResult refused = base->query("SELECT ?s ?text { ?s <urn:large> ?text }", options);
  std::ostringstream nothing;
  CHECK_THROWS_AS(write_results(refused, "tsv", nothing), Error);
}
