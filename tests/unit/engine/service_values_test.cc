// SPDX-License-Identifier: Apache-2.0
// Values that go to an endpoint stand in the pattern: beside it they would mean something else.
#include <catch2/catch.hpp>
#include <string>

#include "tests/unit/engine/endpoint.h"

using namespace dossier;
using namespace dossier::service_test;

namespace {

constexpr const char* kThere =
    "<urn:a> <urn:q> <urn:b> . <urn:b> <urn:q> 2 . GRAPH <urn:g> { <urn:c> <urn:r> 3 }";

const Term kNobody = Term::iri("urn:nobody");
const Term kA = Term::iri("urn:a");
const Term kQ = Term::iri("urn:q");
const Term kG = Term::iri("urn:g");
const Term kTwo = Term::integer(2);
const Term kText = Term::string("b");
const Term kBlank = Term::blank_node("n");

struct ParameterCase {
  const char* pattern;  ///< names $x
  Term value;
  Lines rows;  ///< ?s as strings
};

}  // namespace

TEST_CASE("a parameter of SERVICE is as if its value had been written there") {
  const ParameterCase cases[] = {
      {"$x <urn:q>* $x BIND(1 AS ?s)", kNobody, {"1"}},
      {"$x <urn:q>? ?s", kNobody, {"urn:nobody"}},
      {"?s <urn:q>* $x", kTwo, {"2", "urn:a", "urn:b"}},
      {"?s $x <urn:b>", kQ, {"urn:a"}},
      {"?s $x <urn:b>", kText, {}},
      {"<urn:a> <urn:q> ?s OPTIONAL { ?t $x ?s }", kText, {"urn:b"}},
      {"?s <urn:q> ?o FILTER(?o = $x)", kTwo, {"urn:b"}},
      {"?s <urn:q> ?o FILTER(!BOUND(?x) || ?o = 2)", kTwo, {"urn:b"}},
      {"?s <urn:q> ?o FILTER NOT EXISTS { ?s <urn:q> $x }", kTwo, {"urn:a"}},
      {"?s <urn:q> ?o MINUS { $x <urn:q> ?o }", kA, {"urn:b"}},
      {"?s <urn:q> ?o MINUS { $x <urn:q> ?o }", kTwo, {"urn:a", "urn:b"}},
      {"VALUES ($x ?s) { (2 1) (3 2) (UNDEF 3) }", kTwo, {"1", "3"}},
      {"VALUES ?x { 2 3 } BIND(1 AS ?s)", kTwo, {"1"}},
      {"{ SELECT ?s { ?s <urn:q> ?o } ORDER BY DESC(?s) LIMIT $x }", Term::integer(1), {"urn:b"}},
      {"{ SELECT ?s { ?s <urn:q> $x } }", kTwo, {"urn:b"}},
      {"{ SELECT ?x ?s { ?s <urn:q> $x } }", kTwo, {"urn:b"}},
      {"{ SELECT ?x (COUNT(*) AS ?s) { ?t <urn:q> ?o FILTER(?o = ?x) } GROUP BY ?x }", kTwo, {"1"}},
      {"GRAPH $x { ?s ?p ?o }", kG, {"urn:c"}},
      {"GRAPH $x { ?s ?p ?o }", kText, {}},
      {"BIND(CONCAT(\"?x $x \", $x) AS ?s)", kText, {"?x $x b"}},
      {"BIND(<<( $x <urn:p> 1 )>> AS ?t) BIND(SUBJECT(?t) AS ?s)", kA, {"urn:a"}},
      {"?s <urn:q> $x", kBlank, {}},
      {"?s <urn:q> ?o FILTER(?o != $x)", kBlank, {"urn:a", "urn:b"}},
  };
  Endpoint endpoint(kThere);
  TemporaryBase base;
  for (const ParameterCase& test : cases) {
    CAPTURE(test.pattern);
    QueryOptions options = allowing(endpoint.address());
    options.parameters = {{"x", test.value}};
    Lines wanted;
    for (const std::string& text : test.rows) wanted.insert("\"" + text + "\" ");
    CHECK(rows(*base,
               "SELECT (STR(?s) AS ?v) { SERVICE <" + endpoint.address() + "> { " + test.pattern +
                   " } }",
               options) == wanted);
  }
}

TEST_CASE("a prepared query sends each value in the pattern") {
  Endpoint endpoint(kThere);
  TemporaryBase base;
  const PreparedQuery query = base->prepare(
      "SELECT ?p { SERVICE <" + endpoint.address() + "> { ?x <urn:q>* $x . ?x ?p ?o } }",
      allowing(endpoint.address()));
  const auto count = [&](const Term& value) {
    std::size_t number = 0;
    for ([[maybe_unused]] const Row& row : query.run({{"x", value}})) ++number;
    return number;
  };
  CHECK(count(kA) == 1);
  CHECK(count(kNobody) == 0);
  CHECK(count(kA) == 1);
}

TEST_CASE("EXISTS puts its row into the pattern of SERVICE") {
  struct {
    const char* row;
    const char* pattern;
    Lines rows;  ///< of those of ?x
  } cases[] = {
      {"<urn:nobody> <urn:a>", "?x <urn:q>* ?x", {"urn:a", "urn:nobody"}},
      {"1 2 3", "?s <urn:q> ?o FILTER(?o = ?x)", {"2"}},
      {"1 2 3", "<urn:b> <urn:q> ?o FILTER(?o < ?x)", {"3"}},
      {"1 2", "?s <urn:q> ?o OPTIONAL { ?s <urn:q> ?x } FILTER(BOUND(?x))", {"1", "2"}},
      {"<urn:a> <urn:b>", "?x <urn:q> ?o MINUS { ?x <urn:q> 2 }", {"urn:a"}},
      {"<urn:a> <urn:b>", "{ SELECT ?o { ?x <urn:q> ?o } } FILTER(?o = 2)", {"urn:a", "urn:b"}},
      {"<urn:a> <urn:b>", "{ SELECT ?x ?o { ?x <urn:q> ?o } } FILTER(?o = 2)", {"urn:b"}},
      {"<urn:a> <urn:q>", "?s ?x ?o", {"urn:q"}},
      {"<urn:g> 1", "GRAPH ?x { ?s ?p ?o }", {"urn:g"}},
      {"<urn:a> <urn:b>", "VALUES ?x { <urn:b> <urn:c> }", {"urn:b"}},
      {"<urn:a> <urn:b>",
       "{ SELECT ?x { ?x <urn:q> ?o } GROUP BY ?x HAVING(COUNT(*) = 1) }",
       {"urn:a", "urn:b"}},
  };
  Endpoint endpoint(kThere);
  TemporaryBase base;
  for (const auto& test : cases) {
    CAPTURE(test.pattern);
    Lines wanted;
    for (const std::string& text : test.rows) wanted.insert("\"" + text + "\" ");
    CHECK(rows(*base,
               std::string("SELECT (STR(?x) AS ?v) { VALUES ?x { ") + test.row +
                   " } FILTER EXISTS { SERVICE <" + endpoint.address() + "> { " + test.pattern +
                   " } } }",
               allowing(endpoint.address())) == wanted);
  }
}
