// SPDX-License-Identifier: Apache-2.0
// Functions of the application, in every place where an expression stands.
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "dossier/dossier.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

std::optional<Term> add(std::span<const Term> arguments) {
  std::int64_t sum = 0;
  for (const Term& term : arguments) {
    const auto number = term.as<std::optional<std::int64_t>>();
    if (!number) return std::nullopt;
    sum += *number;
  }
  return Term::integer(sum);
}

/// The values of ?x, "-" where it is unbound.
std::string answer(const KnowledgeBase& kb, const std::string& text) {
  std::string line;
  for (const Row& row : kb.query(text)) line += row["x"] ? row["x"]->value() + " " : "- ";
  return line;
}

std::string message(const KnowledgeBase& kb, const std::string& text, ErrorCode code) {
  try {
    answer(kb, text);
  } catch (const Error& error) {
    CHECK(error.code() == code);
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a registered function is called in expressions") {
  TemporaryBase kb;
  kb->register_function("urn:f:add", {1, 3}, add);
  kb->update("INSERT DATA { <urn:a> <urn:n> 1 . <urn:b> <urn:n> 2 . <urn:c> <urn:n> \"x\" }");
  CHECK(answer(*kb, "SELECT (<urn:f:add>(1, 2, 3) AS ?x) {}") == "6 ");
  CHECK(answer(*kb, "SELECT ?x { ?s <urn:n> ?n BIND(<urn:f:add>(?n, 10) AS ?x) } ORDER BY ?s") ==
        "11 12 - ");
  CHECK(answer(*kb, "SELECT ?x { ?s <urn:n> ?x FILTER(<urn:f:add>(?x) > 1) }") == "2 ");
  CHECK(answer(*kb, "SELECT ?x { ?s <urn:n> ?x } ORDER BY DESC(<urn:f:add>(?x)) LIMIT 1") == "2 ");
  CHECK(answer(*kb,
               "SELECT (SUM(<urn:f:add>(?n, 0)) AS ?x) { ?s <urn:n> ?n FILTER(ISNUMERIC(?n)) }") ==
        "3 ");
  // An argument in error or unbound is an error of the call, which COALESCE catches.
  CHECK(answer(*kb, "SELECT (COALESCE(<urn:f:add>(?none), 7) AS ?x) {}") == "7 ");
  CHECK(answer(*kb, "SELECT (<urn:f:add>(STRLEN(\"abc\"), xsd:integer(\"4\")) AS ?x) {}") == "7 ");
}

TEST_CASE("updates and transactions call registered functions, too") {
  TemporaryBase kb;
  kb->register_function("urn:f:add", {1, 3}, add);
  kb->update("INSERT { <urn:s> <urn:p> ?x } WHERE { BIND(<urn:f:add>(4, 5) AS ?x) }");
  CHECK(answer(*kb, "SELECT ?x { <urn:s> <urn:p> ?x }") == "9 ");
  Transaction transaction = kb->begin();
  Row row;
  QueryResult result = transaction.query("SELECT (<urn:f:add>(1) AS ?x) {}");
  REQUIRE(result.next(row));
  CHECK(row["x"].as<int>() == 1);
}

TEST_CASE("a function that is registered again replaces the one before") {
  TemporaryBase kb;
  const char* text = "SELECT (<urn:f:one>() AS ?x) {}";
  kb->register_function("urn:f:one", {0, 0}, [](auto) { return Term::integer(1); });
  CHECK(answer(*kb, text) == "1 ");
  kb->register_function("urn:f:one", {0, 0}, [](auto) { return Term::integer(2); });
  CHECK(answer(*kb, text) == "2 ");
}

TEST_CASE("a function is called in each run of a kept plan") {
  TemporaryBase kb;
  int calls = 0;
  kb->register_function("urn:f:count", {0, 0}, [&calls](auto) { return Term::integer(++calls); });
  const PreparedQuery query = kb->prepare("SELECT (<urn:f:count>() AS ?x) {}");
  for (int i = 1; i <= 3; ++i) {
    Row row;
    QueryResult result = query.run();
    REQUIRE(result.next(row));
    CHECK(row["x"].as<int>() == i);
  }
}

TEST_CASE("an exception ends the query") {
  TemporaryBase kb;
  kb->register_function("urn:f:throw", {0, 0}, [](auto) -> std::optional<Term> {
    throw std::runtime_error("the service is closed");
  });
  kb->register_function("urn:f:error", {0, 0}, [](auto) -> std::optional<Term> {
    throw Error(ErrorCode::limit, "enough");
  });
  CHECK(message(*kb, "SELECT (<urn:f:throw>() AS ?x) {}", ErrorCode::usage) ==
        "<urn:f:throw> failed: the service is closed");
  CHECK(message(*kb, "SELECT (<urn:f:error>() AS ?x) {}", ErrorCode::limit) == "enough");
}

TEST_CASE("wrong calls are told with what would be right") {
  TemporaryBase kb;
  kb->register_function("http://app.example/distance", {2, 2}, add);
  kb->register_function("http://app.example/add", {1, 3}, add);
  struct Case {
    const char* call;
    ErrorCode code;
    const char* message;
  };
  const Case cases[] = {
      {"<http://app.example/f>(1)", ErrorCode::unsupported,
       "there is no function <http://app.example/f>"},
      {"<http://app.example/distnace>(1)", ErrorCode::unsupported,
       "there is no function <http://app.example/distnace>; did you mean "
       "<http://app.example/distance>?"},
      {"xsd:integr(1)", ErrorCode::unsupported,
       "there is no function <http://www.w3.org/2001/XMLSchema#integr>; did you mean "
       "<http://www.w3.org/2001/XMLSchema#integer>?"},
      {"<http://app.example/int>(1)", ErrorCode::unsupported,
       "there is no function <http://app.example/int>"},
      {"<http://app.example/distance>(1)", ErrorCode::usage,
       "<http://app.example/distance> takes 2 arguments, not 1"},
      {"<http://app.example/add>()", ErrorCode::usage,
       "<http://app.example/add> takes 1 to 3 arguments, not 0"},
      {"xsd:integer(1, 2)", ErrorCode::usage,
       "<http://www.w3.org/2001/XMLSchema#integer> takes 1 argument, not 2"},
      {"xsd:integer(DISTINCT 1)", ErrorCode::usage,
       "<http://www.w3.org/2001/XMLSchema#integer> is not an aggregate: it takes no DISTINCT"},
  };
  for (const Case& one : cases) {
    INFO(one.call);
    const std::string text = std::string("SELECT (") + one.call + " AS ?x) {}";
    CHECK(message(*kb, text, one.code) == one.message);
  }
}

TEST_CASE("a function that cannot be called is refused") {
  TemporaryBase kb;
  CHECK_THROWS_AS(kb->register_function("add", {1, 1}, add), Error);
  CHECK_THROWS_AS(kb->register_function("http://www.w3.org/2001/XMLSchema#f", {1, 1}, add), Error);
  CHECK_THROWS_AS(kb->register_function("urn:f:add", {2, 1}, add), Error);
  CHECK_THROWS_AS(kb->register_function("urn:f:add", {1, 1}, nullptr), Error);
}
