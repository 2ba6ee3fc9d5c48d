// SPDX-License-Identifier: Apache-2.0
// Results, rows and their values: what is wrong is Error(usage), never a crash.
#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <string>

#include "dossier/dossier.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

void fill(KnowledgeBase& kb) {
  kb.update(
      R"(INSERT DATA { <urn:kim> <urn:name> "Kim" ; <urn:age> 41 . <urn:lee> <urn:name> "Lee" })");
}

constexpr const char* kPeople =
    "SELECT ?who ?name ?age { ?who <urn:name> ?name OPTIONAL { ?who <urn:age> ?age } } ORDER BY "
    "?name";

void check_usage(const std::string& what, const std::function<void()>& call) {
  INFO(what);
  try {
    call();
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
  }
}

}  // namespace

TEST_CASE("values of a row are read by column, by name and by type") {
  TemporaryBase kb;
  fill(*kb);
  QueryResult result = kb->query(kPeople);
  const std::size_t age = result.column("age");
  Row row;
  REQUIRE(result.next(row));
  CHECK(row.column("age") == age);
  CHECK(row[age].as<std::int64_t>() == 41);
  CHECK(row["age"].as<int>() == 41);
  CHECK(row["age"].as<double>() == 41.0);
  CHECK(row["name"].as<std::string>() == "Kim");
  CHECK(row["name"]->value() == "Kim");
  CHECK(*row["name"] == Term::string("Kim"));
  REQUIRE(result.next(row));
  CHECK_FALSE(row["age"]);
  CHECK(row["age"].as<std::optional<int>>() == std::nullopt);
  const std::optional<Term> copied = row["name"];
  CHECK(copied == Term::string("Lee"));
  check_usage("an unbound value", [&] { row["age"].as<int>(); });
  check_usage("an unbound value's text", [&] { (void)row["age"]->value(); });
  check_usage("another type", [&] { row["name"].as<int>(); });
  check_usage("a column too many", [&] { row[3]; });
  check_usage("an unknown variable", [&] { row["no"]; });
  check_usage("an unknown variable of the result", [&] { result.column("no"); });
}

TEST_CASE("rows come as tuples") {
  TemporaryBase kb;
  fill(*kb);
  std::string seen;
  for (const auto& [who, name, age] :
       kb->query(kPeople).as<Term, std::string, std::optional<int>>())
    seen += who.value() + " " + name + " " + (age ? std::to_string(*age) : "-") + "\n";
  CHECK(seen == "urn:kim Kim 41\nurn:lee Lee -\n");
  check_usage("too few types", [&] {
    for (const auto& [who] : kb->query(kPeople).as<Term>()) (void)who;
  });
}

TEST_CASE("parameters take plain values") {
  TemporaryBase kb;
  fill(*kb);
  const auto count = [&](const char* text, const Parameters& parameters) {
    std::size_t rows = 0;
    for (const Row& row : kb->query(text, {.parameters = parameters})) rows += row.size();
    return rows;
  };
  CHECK(count("SELECT ?s { ?s <urn:name> $n }", {{"n", "Kim"}}) == 1);
  CHECK(count("SELECT ?s { ?s <urn:name> $n }", {{"n", std::string("Lee")}}) == 1);
  CHECK(count("SELECT ?s { ?s <urn:age> $n }", {{"n", 41}}) == 1);
  CHECK(count("SELECT ?s { ?s <urn:age> $n }", {{"n", 41U}}) == 1);
  CHECK(count("SELECT ?p { $s ?p ?o }", {{"s", Term::iri("urn:kim")}}) == 2);
  CHECK(Parameters{{"b", true}}.at("b") == Term::boolean(true));
  CHECK(Parameters{{"d", 1.5}}.at("d") == Term::real(1.5));
  using namespace std::chrono;
  CHECK(Parameters{{"d", sys_days(2024y / February / 29)}}.at("d").value() == "2024-02-29");
}

TEST_CASE("empty and moved-from objects refuse calls") {
  TemporaryBase kb;
  fill(*kb);
  const Row none;
  CHECK(none.size() == 0);
  CHECK(none.variables().empty());
  check_usage("a default row", [&] { none[0]; });
  check_usage("a default row by name", [&] { none["s"]; });

  QueryResult result = kb->query(kPeople);
  Row row;
  REQUIRE(result.next(row));
  Row taken = std::move(row);
  CHECK(taken.size() == 3);
  check_usage("a moved-from row", [&] { row[0]; });
  check_usage("a moved-from row by name", [&] { row["who"]; });
  CHECK(row.variables().empty());

  QueryResult moved = std::move(result);
  check_usage("a moved-from result", [&] { result.next(row); });
  check_usage("its form", [&] { (void)result.form(); });
  check_usage("its variables", [&] { (void)result.variables(); });
  check_usage("its rows", [&] { result.begin(); });
  CHECK(moved.next(row));

  PreparedQuery query = kb->prepare(kPeople);
  const PreparedQuery other = std::move(query);
  check_usage("a moved-from prepared query", [&] { query.run(); });
  CHECK(other.run().next(row));

  KnowledgeBase base = std::move(*kb);
  check_usage("a moved-from base", [&] { kb->query(kPeople); });
  check_usage("its updates", [&] { kb->update("CLEAR ALL"); });
  check_usage("its statistics", [&] { kb->statistics(); });
  *kb = std::move(base);
}

TEST_CASE("other forms have no rows") {
  TemporaryBase kb;
  fill(*kb);
  for (const char* text : {"ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE <urn:kim>"}) {
    check_usage(text, [&] {
      for (const Row& row : kb->query(text)) (void)row;
    });
  }
  Quad triple;
  std::size_t triples = 0;
  QueryResult result = kb->query("CONSTRUCT WHERE { ?s ?p ?o }");
  while (result.next(triple)) ++triples;
  CHECK(triples == 3);
}

TEST_CASE("results and prepared queries outlive their base") {
  TemporaryBase kb;
  fill(*kb);
  std::optional<KnowledgeBase> base = std::move(*kb);
  QueryResult result = base->query(kPeople);
  const PreparedQuery query = base->prepare(kPeople);
  base.reset();
  Row row;
  CHECK(result.next(row));
  CHECK(query.run().next(row));
}

TEST_CASE("a selected variable that nothing binds is a warning") {
  TemporaryBase kb;
  struct Case {
    const char* text;
    std::vector<std::string> unbound;
  };
  const Case cases[] = {
      {"SELECT ?s { ?s ?p ?o }", {}},
      {"SELECT * { ?s ?p ?o }", {}},
      {"SELECT ?s ?naem { ?s <urn:name> ?name }", {"?naem"}},
      {"SELECT ?x { OPTIONAL { ?x ?p ?o } }", {}},
      {"SELECT ?x { BIND(1 AS ?x) }", {}},
      {"SELECT ?x {} VALUES ?x { 1 }", {}},
      {"SELECT (?b + 1 AS ?c) { ?a ?p ?b }", {}},
      {"SELECT ?x { ?s ?p ?o MINUS { ?x ?p ?o } }", {"?x"}},
      {"SELECT ?s (COUNT(*) AS ?c) { ?s ?p ?o } GROUP BY ?s", {}},
      {"SELECT ?t (COUNT(*) AS ?c) { ?s ?p ?o } GROUP BY ?t", {"?t"}},
      {"SELECT ?c { SELECT (COUNT(*) AS ?c) { ?s ?p ?o } }", {}},
      {"SELECT ?g { GRAPH ?g {} }", {}},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    const QueryResult result = kb->query(one.text);
    REQUIRE(result.warnings().size() == one.unbound.size());
    for (std::size_t i = 0; i < one.unbound.size(); ++i)
      CHECK_THAT(result.warnings()[i], Catch::StartsWith(one.unbound[i] + " is selected"));
  }
}

TEST_CASE("a variable that is probably a slip is named") {
  TemporaryBase kb;
  const QueryResult result = kb->query("SELECT ?who { ?wo ?p ?o }");
  REQUIRE(result.warnings().size() == 1);
  CHECK_THAT(result.warnings().front(), Catch::EndsWith("did you mean ?wo?"));
}

TEST_CASE("a comparison of times of different types is a warning") {
  TemporaryBase kb;
  kb->update(R"(
    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
    INSERT DATA { <urn:a> <urn:day> "2024-05-01"^^xsd:date ;
                    <urn:when> "2024-05-01T10:00:00"^^xsd:dateTime , "2024"^^xsd:gYear ;
                    <urn:said> "the other day" ; <urn:count> 5 })");
  struct Case {
    std::string condition;
    std::vector<std::string> wanted;  ///< in the warnings, one each
  };
  const Case cases[] = {
      {"<urn:day> ?v FILTER(?v > '2024-01-01'^^xsd:date)", {}},
      {"<urn:day> ?v FILTER(?v > '2024-01-01T00:00:00'^^xsd:dateTime)",
       {"<urn:day> whose type is xsd:date:"}},
      {"<urn:day> ?v FILTER('2024-01-01' < ?v)", {"?v > \"2024-01-01\" leaves out"}},
      {"<urn:day> ?v FILTER(?v = '2024-05-01')", {"whose type is xsd:date:"}},
      {"<urn:day> ?v FILTER(?v > 2020)", {"?v > 2020 leaves out"}},
      {"<urn:day> ?v FILTER(STR(?v) > '2024')", {}},
      {"<urn:day> ?v FILTER(?v > $since)", {"whose type is xsd:date:"}},
      {"<urn:when> ?v FILTER(?v > '2024-01-01'^^xsd:date || ?v < '2000-01-01'^^xsd:date)",
       {"?v > \"2024-01-01\"^^xsd:date leaves out values of <urn:when> whose type is xsd:dateTime, "
        "xsd:gYear:",
        "?v < "}},
      {"<urn:when> ?v FILTER(?v >= '2020'^^xsd:gYear)", {"whose type is xsd:dateTime:"}},
      {"<urn:when> ?v FILTER(?v = '2024'^^xsd:gYear)", {}},
      {"<urn:said> ?v FILTER(?v > '2024-01-01'^^xsd:date)", {"whose type is xsd:string:"}},
      {"<urn:said> ?v FILTER(?v > 'M')", {}},
      {"<urn:count> ?v FILTER(?v > 3)", {}},
      {"<urn:nothing> ?v FILTER(?v > '2024-01-01'^^xsd:date)", {}},
  };
  for (const Case& one : cases) {
    INFO(one.condition);
    QueryOptions options;
    if (one.condition.find("$since") != std::string::npos)
      options.parameters["since"] =
          Term::typed("2024-01-01T00:00:00", "http://www.w3.org/2001/XMLSchema#dateTime");
    const QueryResult result = kb->query("SELECT ?v { ?s " + one.condition + " }", options);
    REQUIRE(result.warnings().size() == one.wanted.size());
    for (std::size_t i = 0; i < one.wanted.size(); ++i)
      CHECK_THAT(result.warnings()[i], Catch::Contains(one.wanted[i]));
  }
}

TEST_CASE("SELECT * shows variables in the order of the text") {
  TemporaryBase kb;
  using Names = std::vector<std::string>;
  CHECK(kb->query("SELECT * { ?s ?p ?o }").variables() == Names{"s", "p", "o"});
  CHECK(kb->query("SELECT * { ?z <urn:p> ?a ; ?b ?c }").variables() == Names{"z", "a", "b", "c"});
  CHECK(kb->query("SELECT * { GRAPH ?g { ?s ?p ?o } }").variables() == Names{"g", "s", "p", "o"});
}
