// SPDX-License-Identifier: Apache-2.0
// When the REPL should ask for another line.
#include <catch2/catch.hpp>

#include "parser/sparql/parse.h"

namespace dossier {
namespace {

TEST_CASE("beginnings of queries and updates are incomplete") {
  for (const char* text : {
           "SELECT",
           "SELECT ?x",
           "SELECT ?x\nWHERE {",
           "SELECT ?x WHERE { ?x",
           "SELECT ?x WHERE { ?x ?p \"\"\"one\ntwo",
           "SELECT ?x WHERE { ?x ?p '''",
           "SELECT ?x WHERE { ?x ?p ?o FILTER(",
           "SELECT ?x WHERE { ?x ?p ?o FILTER(?o >",
           "SELECT ?x WHERE { ?x ?p ?o } ORDER BY",
           "SELECT ?x WHERE { ?x ?p ?o # comment",
           "PREFIX : <http://e/>",
           "PREFIX : <http://e/>\nBASE <http://e/>\n\n",
           "INSERT DATA {",
           "INSERT DATA { <s> <p> <o> } ; DELETE",
           "DELETE { ?s ?p ?o }",
           "CONSTRUCT { ?s ?p ?o }",
       }) {
    INFO(text);
    CHECK(is_incomplete(text));
  }
}

TEST_CASE("complete and wrong texts are not incomplete") {
  for (const char* text : {
           "",
           " \n\t",
           "SELECT ?x WHERE { ?x ?p ?o }",
           "SELECT ?x WHERE { ?x ?p ?o }\nORDER BY ?x",
           "INSERT DATA { <s> <p> <o> }",
           "INSERT DATA { <s> <p> <o> } ;",
           "SELCT ?x",
           "SELECT ?x WHERE ?x",
           "SELECT ?x WHERE { ?x ?p \"one",
           "SELECT ?x WHERE { ?x ?p <http://e/ a",
           "SELECT ?x WHERE { ?x no:prefix ?o }",
           "SELECT ?x WHERE { BIND(1 AS ?y) BIND(2 AS ?y) }",
           "SELECT \xFF",
       }) {
    INFO(text);
    CHECK_FALSE(is_incomplete(text));
  }
  CHECK_FALSE(is_incomplete("SELECT * " + std::string(100'000, '{')));
}

}  // namespace
}  // namespace dossier
