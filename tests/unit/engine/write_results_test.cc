// SPDX-License-Identifier: Apache-2.0
// The formats of results, and results written in them.
#include "dossier/results.h"

#include <catch2/catch.hpp>
#include <sstream>

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
                    "formats: csv tsv json xml jsonlines markdown nt nq ttl trig rdfxml "
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
                    "json, xml, jsonlines, markdown");
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
