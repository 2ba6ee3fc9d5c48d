// SPDX-License-Identifier: Apache-2.0
// Updates against a store on disk: what a request leaves behind.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

QueryOptions options() {
  QueryOptions result;
  result.prefixes["x"] = "urn:x:";
  return result;
}

std::string quad_text(const Quad& quad) {
  std::string text =
      quad.subject.to_string() + " " + quad.predicate.to_string() + " " + quad.object.to_string();
  if (quad.graph) text += " " + quad.graph->to_string();
  for (std::size_t at = text.find("urn:x:"); at != std::string::npos; at = text.find("urn:x:"))
    text.erase(at, 6);
  return text;
}

std::multiset<std::string> dump(KnowledgeBase& base) {
  std::multiset<std::string> lines;
  base.dump([&lines](const Quad& quad) { lines.insert(quad_text(quad)); });
  return lines;
}

using Lines = std::multiset<std::string>;

}  // namespace

TEST_CASE("INSERT DATA and DELETE DATA") {
  TemporaryBase base;
  const UpdateReport report =
      base->update("INSERT DATA { x:a x:p x:b , x:c . GRAPH x:g { x:a x:p x:b } }", options());
  CHECK(report.inserted == 3);
  CHECK(dump(*base) == Lines{"<a> <p> <b>", "<a> <p> <c>", "<a> <p> <b> <g>"});
  base->update("DELETE DATA { x:a x:p x:b . x:a x:p x:nobody }", options());
  CHECK(dump(*base) == Lines{"<a> <p> <c>", "<a> <p> <b> <g>"});
}

TEST_CASE("DELETE/INSERT WHERE reads the state before it") {
  TemporaryBase base;
  base->update("INSERT DATA { x:a x:n 1 . x:b x:n 2 }", options());
  const UpdateReport report = base->update(
      "DELETE { ?s x:n ?n } INSERT { ?s x:n ?m } WHERE { ?s x:n ?n BIND(?n + 1 AS ?m) }",
      options());
  CHECK(report.inserted == 2);
  CHECK(report.erased == 2);
  const std::string integer = "^^<http://www.w3.org/2001/XMLSchema#integer>";
  CHECK(dump(*base) == Lines{"<a> <n> \"2\"" + integer, "<b> <n> \"3\"" + integer});
}

TEST_CASE("DELETE WHERE and WITH") {
  TemporaryBase base;
  base->update(
      "INSERT DATA { x:a x:p x:b . GRAPH x:g { x:a x:p x:b . x:a x:q x:c } GRAPH x:h { x:a x:p x:b "
      "} }",
      options());
  base->update("DELETE WHERE { GRAPH x:g { ?s x:p ?o } }", options());
  CHECK(dump(*base) == Lines{"<a> <p> <b>", "<a> <q> <c> <g>", "<a> <p> <b> <h>"});
  base->update("WITH x:h DELETE { ?s x:p ?o } INSERT { ?o x:p ?s } WHERE { ?s x:p ?o }", options());
  CHECK(dump(*base) == Lines{"<a> <p> <b>", "<a> <q> <c> <g>", "<b> <p> <a> <h>"});
  base->update("INSERT { ?o x:seen ?s } USING x:g WHERE { ?s ?p ?o }", options());
  CHECK(dump(*base) ==
        Lines{"<a> <p> <b>", "<a> <q> <c> <g>", "<b> <p> <a> <h>", "<c> <seen> <a>"});
}

TEST_CASE("operations of one request see each other, and fail together") {
  TemporaryBase base;
  base->update("INSERT DATA { x:a x:p x:b } ; INSERT { ?o x:p ?s } WHERE { ?s x:p ?o }", options());
  CHECK(dump(*base) == Lines{"<a> <p> <b>", "<b> <p> <a>"});
  CHECK_THROWS_AS(
      base->update("INSERT DATA { x:c x:p x:d } ; LOAD <http://127.0.0.1/none.ttl>", options()),
      Error);
  CHECK(dump(*base) == Lines{"<a> <p> <b>", "<b> <p> <a>"});
}

TEST_CASE("blank nodes of templates are fresh for each solution") {
  TemporaryBase base;
  base->update("INSERT DATA { x:a x:p 1 . x:b x:p 2 }", options());
  base->update("INSERT { ?s x:node _:n . _:n x:of ?s } WHERE { ?s x:p ?v }", options());
  std::set<std::string> nodes;
  for (const Row& row : base->query("SELECT ?n { ?s x:node ?n . ?n x:of ?s }", options()))
    nodes.insert(row[0]->to_string());
  CHECK(nodes.size() == 2);
}

TEST_CASE("graph management") {
  TemporaryBase base;
  const std::string data = "INSERT DATA { x:a x:p x:b . GRAPH x:g { x:c x:p x:d } }";
  base->update(data, options());
  SECTION("CLEAR DEFAULT") {
    base->update("CLEAR DEFAULT", options());
    CHECK(dump(*base) == Lines{"<c> <p> <d> <g>"});
  }
  SECTION("DROP GRAPH") {
    base->update("DROP GRAPH x:g", options());
    CHECK(dump(*base) == Lines{"<a> <p> <b>"});
  }
  SECTION("CLEAR ALL") {
    base->update("CLEAR ALL", options());
    CHECK(dump(*base).empty());
  }
  SECTION("COPY") {
    base->update("COPY x:g TO x:h", options());
    CHECK(dump(*base) == Lines{"<a> <p> <b>", "<c> <p> <d> <g>", "<c> <p> <d> <h>"});
  }
  SECTION("MOVE to DEFAULT replaces it") {
    base->update("MOVE x:g TO DEFAULT", options());
    CHECK(dump(*base) == Lines{"<c> <p> <d>"});
  }
  SECTION("ADD") {
    base->update("ADD x:g TO DEFAULT", options());
    CHECK(dump(*base) == Lines{"<a> <p> <b>", "<c> <p> <d>", "<c> <p> <d> <g>"});
  }
  SECTION("a missing source") {
    CHECK_THROWS_WITH(base->update("COPY x:none TO DEFAULT", options()),
                      Catch::Contains("does not exist"));
    base->update("COPY SILENT x:none TO DEFAULT", options());
    CHECK(dump(*base) == Lines{"<a> <p> <b>", "<c> <p> <d> <g>"});
  }
  SECTION("CREATE of what exists") {
    CHECK_THROWS_WITH(base->update("CREATE GRAPH x:g", options()), Catch::Contains("exists"));
    base->update("CREATE SILENT GRAPH x:g ; CREATE GRAPH x:new", options());
  }
}

TEST_CASE("a transaction sees its own writes and leaves nothing when dropped") {
  TemporaryBase base;
  {
    Transaction transaction = base->begin();
    transaction.insert({Term::iri("urn:x:a"), Term::iri("urn:x:p"), Term::iri("urn:x:b"), {}});
    QueryResult result = transaction.query("ASK { x:a x:p x:b }", options());
    CHECK(result.boolean());
    CHECK_FALSE(base->query("ASK { x:a x:p x:b }", options()).boolean());
  }
  CHECK(dump(*base).empty());
  Transaction transaction = base->begin();
  transaction.update("INSERT DATA { GRAPH x:g { x:a x:p x:b } }", options());
  CHECK(transaction.clear_graph(Term::iri("urn:x:g")) == 1);
  transaction.commit();
  CHECK(dump(*base).empty());
  CHECK_THROWS_AS(transaction.commit(), Error);
}

TEST_CASE("parameters of updates") {
  TemporaryBase base;
  QueryOptions bound = options();
  bound.parameters["who"] = Term::iri("urn:x:ann");
  base->update("INSERT { $who x:p 1 } WHERE {}", bound);
  CHECK(base->query("ASK { x:ann x:p 1 }", options()).boolean());
  bound.parameters["nobody"] = Term::iri("urn:x:ann");
  CHECK_THROWS_WITH(base->update("INSERT { $who x:p 1 } WHERE {}", bound),
                    Catch::Contains("$nobody"));
}
