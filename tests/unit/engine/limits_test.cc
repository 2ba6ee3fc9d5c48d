// SPDX-License-Identifier: Apache-2.0
// Promises of QueryOptions: parameters, limits, cancellation, refusals.
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "engine/query/query_result.h"
#include "engine/query/unknown_constants.h"
#include "storage/memory_source.h"

using namespace dossier;

namespace {

/// 1000 subjects with one integer each: enough that a cross product of three never ends.
std::shared_ptr<const storage::QuadSource> numbers() {
  std::vector<Quad> quads;
  for (int i = 0; i < 1000; ++i)
    quads.push_back({Term::iri("urn:x:s" + std::to_string(i)), Term::iri("urn:x:v"),
                     Term::integer(i), std::nullopt});
  return std::make_shared<storage::MemorySource>(quads);
}

QueryOptions options() {
  QueryOptions result;
  result.prefixes["x"] = "urn:x:";
  return result;
}

std::size_t count_rows(QueryResult result) {
  std::size_t count = 0;
  Row row;
  while (result.next(row)) ++count;
  return count;
}

ErrorCode failure(const std::string& query, const QueryOptions& options) {
  try {
    count_rows(start_query(numbers(), query, options));
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no error");
  return {};
}

const char* const kEndless =
    "SELECT (COUNT(*) AS ?n) { ?a x:v ?x . ?b x:v ?y . ?c x:v ?z FILTER(?x + ?y + ?z < 0) }";

}  // namespace

TEST_CASE("a query stops at its time limit") {
  QueryOptions limited = options();
  limited.timeout = std::chrono::milliseconds(50);
  const auto start = std::chrono::steady_clock::now();
  CHECK(failure(kEndless, limited) == ErrorCode::timeout);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("a query stops when what its token polls says so") {
  int asked = 0;
  QueryOptions polled = options();
  polled.cancellation = CancellationToken([&asked] { return ++asked == 3; });
  CHECK(failure(kEndless, polled) == ErrorCode::cancelled);
  CHECK(asked == 3);
  CHECK(polled.cancellation.cancelled());
  CHECK(asked == 3);  // it is raised: nobody needs to ask again
}

TEST_CASE("a query stops when it is cancelled") {
  QueryOptions cancelled = options();
  cancelled.cancellation.cancel();
  CHECK(failure(kEndless, cancelled) == ErrorCode::cancelled);
}

TEST_CASE("a query stops at its memory limit") {
  QueryOptions limited = options();
  limited.memory_bytes = 1 << 20;
  CHECK(failure("SELECT DISTINCT ?a ?b { ?a x:v ?x . ?b x:v ?y }", limited) == ErrorCode::limit);
  CHECK(failure("SELECT ?a ?b { ?a x:v ?x . ?b x:v ?y } ORDER BY ?x ?y", limited) ==
        ErrorCode::limit);
}

TEST_CASE("results end quietly at the row limit") {
  QueryOptions limited = options();
  limited.row_limit = 7;
  CHECK(count_rows(start_query(numbers(), "SELECT * { ?s ?p ?o }", limited)) == 7);
}

TEST_CASE("rows stream: the first of an endless result comes at once") {
  QueryOptions limited = options();
  limited.timeout = std::chrono::seconds(20);
  QueryResult result =
      start_query(numbers(), "SELECT * { ?a x:v ?x . ?b x:v ?y . ?c x:v ?z . ?d x:v ?w }", limited);
  Row row;
  CHECK(result.next(row));
}

TEST_CASE("parameters are terms, everywhere a variable may stand") {
  QueryOptions bound = options();
  bound.parameters = {
      {"value", Term::integer(5)}, {"property", Term::iri("urn:x:v")}, {"many", Term::integer(3)}};
  QueryResult result = start_query(
      numbers(), "SELECT ?s $value { ?s $property ?v FILTER(?v < $value) } ORDER BY ?v LIMIT $many",
      bound);
  Row row;
  std::vector<std::string> rows;
  while (result.next(row)) rows.push_back(row["s"]->value() + " " + row["value"]->value());
  CHECK(rows == std::vector<std::string>{"urn:x:s0 5", "urn:x:s1 5", "urn:x:s2 5"});

  bound.parameters = {{"v", Term::integer(5)}};
  CHECK(count_rows(start_query(numbers(), "SELECT * { ?s x:v ?v }", bound)) == 1);
  CHECK(failure("SELECT ?s { ?s ?p ?o }", bound) == ErrorCode::usage);
  CHECK(failure("SELECT ?v { ?s ?p ?o BIND(1 AS ?v) }", bound) == ErrorCode::usage);
  bound.parameters = {{"many", Term::string("x")}};
  CHECK(failure("SELECT ?s { ?s ?p ?o } LIMIT $many", bound) == ErrorCode::usage);
}

TEST_CASE("what is not there yet is refused by name") {
  try {
    start_query(numbers(), "SELECT (<urn:unheard>(?o) AS ?v) { ?s ?p ?o }", options());
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::unsupported);
    CHECK_THAT(error.what(), Catch::Contains("urn:unheard"));
  }
}

TEST_CASE("constants no quad has are found") {
  const auto unknown = unknown_constants(
      *numbers(), "SELECT * { ?s x:v 3 ; x:w ?o . x:s1 x:v* x:nobody . x:v ?p ?q }", options());
  std::vector<std::string> found;
  for (const UnknownConstant& constant : unknown)
    found.push_back(constant.term.value() + " place " +
                    std::to_string(static_cast<int>(constant.place)) +
                    (constant.is_elsewhere ? " known" : ""));
  CHECK(found == std::vector<std::string>{"urn:x:w place 1", "urn:x:v place 0 known",
                                          "urn:x:nobody place 2"});
}

TEST_CASE("constants that rows must not match are not missed") {
  const auto unknown = unknown_constants(
      *numbers(),
      "SELECT * { ?s x:v 3 MINUS { ?s x:gone 1 } FILTER NOT EXISTS { ?s x:never ?y } "
      "FILTER EXISTS { ?s x:w ?z } }",
      options());
  CHECK(unknown == std::vector<UnknownConstant>{
                       {Term::iri("urn:x:w"), UnknownConstant::Place::predicate, false}});
}

TEST_CASE("each constant is asked for once, and the time limit ends the asking") {
  struct Source : storage::MemorySource {
    using MemorySource::find;
    using MemorySource::MemorySource;
    TermId find(const Term& term) const override {
      if (++asked == cancel_at) token.cancel();
      return MemorySource::find(term);
    }
    mutable std::size_t asked = 0;
    std::size_t cancel_at = 0;
    mutable CancellationToken token;
  };
  Source source{std::vector<Quad>{}};
  std::string text = "ASK {";
  for (int i = 0; i < 1000; ++i) text += " ?s x:p" + std::to_string(i % 500) + " ?o .";
  CHECK(unknown_constants(source, text + "}", options()).size() == 500);
  CHECK(source.asked == 500);

  source.cancel_at = 510;
  QueryOptions cancelled = options();
  cancelled.cancellation = source.token;
  CHECK_THROWS_AS(unknown_constants(source, text + "}", cancelled), Error);
}

TEST_CASE("profile counts rows") {
  QueryOptions profiled = options();
  profiled.profile = true;
  QueryResult result = start_query(numbers(), "SELECT ?s { ?s x:v ?v }", profiled);
  Row row;
  while (result.next(row)) continue;
  CHECK_THAT(result.plan(), Catch::Contains("rows 1000"));
}

TEST_CASE("plans are written with the query's prefixes") {
  const std::string plan = plan_of_query(
      numbers(), "PREFIX y: <urn:y:> SELECT * { ?s x:v ?v ; y:p+ ?w FILTER(?v > 5 && ?w != y:a) }",
      options());
  INFO(plan);
  CHECK_THAT(plan, Catch::Contains("?s x:v ?v"));
  CHECK_THAT(plan, Catch::Contains("y:p+"));
  CHECK_THAT(plan, Catch::Contains("?w != y:a"));
  CHECK_THAT(plan, !Catch::Contains("<urn:"));
}

TEST_CASE("a comparison confines the scan to its values") {
  const std::string plan =
      plan_of_query(numbers(), "SELECT * { ?s x:v ?v FILTER(?v > 990) }", options());
  INFO(plan);
  CHECK_THAT(plan, Catch::Contains("scan pos ?s x:v ?v in"));
  CHECK_THAT(plan, Catch::Contains("~9"));
}

TEST_CASE("an unknown function is shown with its place and the nearest one") {
  try {
    start_query(numbers(), "SELECT *\n{ ?s x:v ?v FILTER(xsd:integr(?v) > 1) }", options());
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::unsupported);
    REQUIRE(error.position());
    CHECK(error.position()->line == 2);
    CHECK(error.position()->column == 20);
    CHECK_THAT(error.what(), Catch::Contains("XMLSchema#integer>"));
  }
}
