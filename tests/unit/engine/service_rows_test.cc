// SPDX-License-Identifier: Apache-2.0
// SERVICE where rows cannot be sent whole: blank nodes and unbound variables.
#include <catch2/catch.hpp>

#include "tests/unit/engine/endpoint.h"

using namespace dossier;
using namespace dossier::service_test;

TEST_CASE("SERVICE gives each pair of rows once, also beside rows that cannot be sent whole") {
  Endpoint endpoint(
      "<urn:a> <urn:p> 1 , 2 ; <urn:of> <urn:y> . <urn:b> <urn:p> 3 ; <urn:of> <urn:z>");
  TemporaryBase base;
  base->update(
      "INSERT DATA { <urn:a> <urn:k> 1 . <urn:b> <urn:k> 2 . _:q <urn:k> 4 . _:r <urn:k> 5 ."
      " <urn:a> <urn:of> <urn:y> . <urn:b> <urn:of> _:q . _:r <urn:of> <urn:z> }");
  const QueryOptions options = allowing("");
  const std::string service = "SERVICE <" + endpoint.address() + "> ";
  const auto count = [&](const std::string& pattern) {
    return rows(*base, "SELECT * { " + pattern + " }", options).size();
  };
  CHECK(count("?s <urn:k> ?n " + service + "{ ?s <urn:p> ?v }") == 3);
  // Rows with an unbound variable join with everything; those with a blank node with nothing.
  CHECK(count("VALUES ?s { <urn:a> UNDEF } " + service + "{ ?s <urn:p> ?v }") == 5);
  CHECK(count("VALUES ?s { UNDEF UNDEF <urn:a> <urn:a> } " + service + "{ ?s <urn:p> ?v }") == 10);
  CHECK(count("?s <urn:k> ?n OPTIONAL { ?s <urn:of> ?o } " + service +
              "{ ?s <urn:p> ?v ; <urn:of> ?o }") == 2);
  CHECK(count("?s <urn:k> ?n OPTIONAL { " + service + "{ ?s <urn:p> ?v } }") == 5);
  // What the endpoint leaves unbound joins with every row.
  CHECK(count("?s <urn:k> ?n " + service + "{ VALUES (?s ?w) { (UNDEF 1) (<urn:a> 2) } }") == 5);
  CHECK(
      count("BIND(<<( <urn:a> <urn:k> 1 )>> AS ?t) { ?s <urn:k> ?n } BIND(TRIPLE(?s, <urn:k>, ?n) "
            "AS ?u) " +
            service + "{ VALUES ?u { <<( <urn:a> <urn:k> 1 )>> UNDEF } }") == 5);
}

TEST_CASE("SERVICE inside a sub-SELECT that hides its variables") {
  Endpoint endpoint("<urn:a> <urn:p> 1 . <urn:b> <urn:p> 2");
  TemporaryBase base;
  base->update("INSERT DATA { <urn:a> <urn:k> 5 . <urn:c> <urn:k> 6 }");
  const std::string service = "SERVICE <" + endpoint.address() + "> { ?s <urn:p> ?v }";
  const QueryOptions options = allowing("");
  CHECK(rows(*base, "SELECT ?x { { SELECT (?v AS ?x) { ?s <urn:k> ?n " + service + " } } }",
             options) == Lines{"\"1\"^^<http://www.w3.org/2001/XMLSchema#integer> "});
  // The ?s outside is another variable.
  CHECK(rows(*base, "SELECT ?s ?v { ?s <urn:k> ?n { SELECT ?v { " + service + " } } }", options)
            .size() == 4);
}
