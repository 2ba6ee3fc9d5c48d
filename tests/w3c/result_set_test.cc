// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/result_set.h"

#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "tests/w3c/isomorphism.h"

using namespace dossier;
using namespace dossier::w3c;

namespace {

const char* const kXml = R"(<?xml version="1.0"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
  <head><variable name="a"/><variable name="b"/></head>
  <results>
    <result><binding name="a"><uri>urn:x</uri></binding>
            <binding name="b"><literal xml:lang="en">hi</literal></binding></result>
    <result><binding name="a"><bnode>n1</bnode></binding>
            <binding name="b">
              <literal datatype="http://www.w3.org/2001/XMLSchema#integer">1</literal>
            </binding></result>
  </results>
</sparql>)";

const char* const kJson = R"({"head": {"vars": ["a", "b"]}, "results": {"bindings": [
  {"a": {"type": "bnode", "value": "other"},
   "b": {"type": "literal", "datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": "1"}},
  {"a": {"type": "uri", "value": "urn:x"},
   "b": {"type": "literal", "xml:lang": "en", "value": "hi"}}]}})";

const char* const kTsv = "?a\t?b\n<urn:x>\t\"hi\"@en\n_:z\t1\n";

const char* const kCsv = "a,b\r\nurn:x,\"hi\"\r\n_:z,1\r\n";

const char* const kTurtle = R"(
@prefix rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#> .
[] a rs:ResultSet ; rs:resultVariable "a", "b" ;
   rs:solution [ rs:index 2 ; rs:binding [ rs:variable "a" ; rs:value _:n ],
                                         [ rs:variable "b" ; rs:value 1 ] ],
               [ rs:index 1 ; rs:binding [ rs:variable "a" ; rs:value <urn:x> ],
                                         [ rs:variable "b" ; rs:value "hi"@en ] ] .)";

}  // namespace

TEST_CASE("Results say the same in every syntax") {
  const ResultSet xml = read_results(kXml, ResultsFormat::xml);
  CHECK(xml.variables == std::vector<std::string>{"a", "b"});
  REQUIRE(xml.rows.size() == 2);
  CHECK(xml.rows[0].at("b") == Term::lang("hi", "en"));
  CHECK(same_rows(xml, read_results(kTsv, ResultsFormat::tsv), true));
  CHECK(same_rows(xml, read_results(kCsv, ResultsFormat::csv), true));
  CHECK(same_rows(xml, read_rdf_results(Graph(parse_quads(kTurtle, RdfFormat::turtle, ""))), true));
  CHECK(same_rows(xml, read_results(kJson, ResultsFormat::json), false));
  CHECK_FALSE(same_rows(xml, read_results(kJson, ResultsFormat::json), true));
}

TEST_CASE("Rows are counted, and unbound differs from empty") {
  const ResultSet twice = read_results("?a\n1\n1\n", ResultsFormat::tsv);
  CHECK(same_rows(twice, twice, false));
  CHECK_FALSE(same_rows(twice, read_results("?a\n1\n", ResultsFormat::tsv), false));
  CHECK_FALSE(same_rows(read_results("?a\t?b\n1\t\n", ResultsFormat::tsv),
                        read_results("?a\t?b\n1\t\"\"\n", ResultsFormat::tsv), false));
  CHECK_FALSE(same_rows(twice, read_results("?b\n1\n1\n", ResultsFormat::tsv), false));
}

TEST_CASE("Answers to ASK") {
  CHECK(read_results(R"({"head": {}, "boolean": true})", ResultsFormat::json).boolean == true);
  CHECK(
      read_results(
          "<sparql "
          "xmlns='http://www.w3.org/2005/sparql-results#'><head/><boolean>false</boolean></sparql>",
          ResultsFormat::xml)
          .boolean == false);
  CHECK_THROWS_AS(
      read_results("<sparql xmlns='http://www.w3.org/2005/sparql-results#'>", ResultsFormat::xml),
      Error);
  CHECK_THROWS_AS(read_results("[1]", ResultsFormat::json), Error);
}

TEST_CASE("Numbers can be compared by value within their type") {
  const auto by_value = [](const char* a, const char* b) {
    return same_rows(with_canonical_numbers(read_results(a, ResultsFormat::tsv)),
                     with_canonical_numbers(read_results(b, ResultsFormat::tsv)), true);
  };
  CHECK(by_value("?a\n1.0\n", "?a\n1.00\n"));
  CHECK(by_value("?a\n1e0\n", "?a\n10e-1\n"));
  CHECK(by_value("?a\n01\n", "?a\n+1\n"));
  CHECK_FALSE(by_value("?a\n1\n", "?a\n1.0\n"));
  CHECK_FALSE(by_value("?a\n1.5\n", "?a\n1.6\n"));
  CHECK_FALSE(by_value("?a\n'01'\n", "?a\n'1'\n"));
}
