// SPDX-License-Identifier: Apache-2.0
// Queries and the trees they become, written out without sugar: sparql/*.txt.
#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"
#include "tests/case_file.h"

namespace dossier {
namespace {

std::vector<test::Case> read_cases(const std::string& file) {
  return test::read_cases(DOSSIER_TEST_DATA "/sparql/" + file);
}

void check_queries(const std::string& file) {
  for (const test::Case& example : read_cases(file)) {
    INFO(example.where());
    const std::string& tree = example.only("tree").text;
    CHECK(print(parse_query(example.text)) == tree);
    CHECK(print(parse_query(tree)) == tree);
  }
}

TEST_CASE("terms become what they stand for") { check_queries("terms.txt"); }
TEST_CASE("triples lose their sugar") { check_queries("triples.txt"); }
TEST_CASE("property paths keep their structure") { check_queries("paths.txt"); }
TEST_CASE("expressions follow precedence") { check_queries("expressions.txt"); }
TEST_CASE("graph patterns keep their order") { check_queries("patterns.txt"); }
TEST_CASE("query forms carry all their clauses") { check_queries("queries.txt"); }

TEST_CASE("updates become operations") {
  for (const test::Case& example : read_cases("updates.txt")) {
    INFO(example.where());
    const std::string& tree = example.only("tree").text;
    CHECK(print(parse_update(example.text)) == tree);
    CHECK(print(parse_update(tree)) == tree);
  }
}

TEST_CASE("a request may have no operation") {
  CHECK(print(parse_update("# only a comment\n")) == "\n");
}

TEST_CASE("options give base and prefixes that the text may override") {
  SparqlOptions options;
  options.base = "http://base/";
  options.prefixes = {{"a", "http://given-a/"}, {"b", "http://given-b/"}};
  const ast::Query query = parse_query("PREFIX b: <own/> ASK { a:x b:x <x> }", options);
  const auto& ask = std::get<ast::AskQuery>(query.form);
  const auto& block = std::get<ast::TriplesBlock>(ask.where.elements.at(0).node);
  const ast::TriplePattern& triple = block.triples.at(0);
  CHECK(std::get<Term>(triple.subject) == Term::iri("http://given-a/x"));
  CHECK(std::get<ast::Node>(triple.predicate) == ast::Node(Term::iri("http://base/own/x")));
  CHECK(std::get<Term>(triple.object) == Term::iri("http://base/x"));
  CHECK(query.base == "http://base/");
  CHECK(query.prefixes == ast::PrefixMap{{"b", "http://base/own/"}});
}

TEST_CASE("parameters are constants to the rules of grouping") {
  const char* const text = "SELECT $unit (SUM(?x) * $rate AS ?sum) { ?s ?p ?x }";
  CHECK_THROWS_AS(parse_query(text), Error);
  SparqlOptions options;
  options.parameters = {"rate", "unit"};
  CHECK_NOTHROW(parse_query(text, options));
}

TEST_CASE("offsets point at the construct") {
  const std::string text = "SELECT * { ?s ?p ?o . FILTER(?o > 1) }";
  const ast::Query query = parse_query(text);
  const auto& elements = std::get<ast::SelectQuery>(query.form).where.elements;
  CHECK(elements.at(0).offset.bytes == text.find("?s"));
  CHECK(elements.at(1).offset.bytes == text.find("FILTER"));
  const auto& filter = std::get<ast::Filter>(elements.at(1).node);
  CHECK(filter.condition.offset.bytes == text.find("?o >"));
}

TEST_CASE("the text of a SERVICE group has its IRIs in full") {
  const ast::Query query =
      parse_query("PREFIX : <http://e/> SELECT * { SERVICE :x { ?s :p 1 ; :q [] } }");
  const auto& elements = std::get<ast::SelectQuery>(query.form).where.elements;
  const auto& service = std::get<ast::ServicePattern>(elements.at(0).node);
  CHECK(print(*service.pattern) == "{\n  ?s <http://e/p> 1 .\n  ?s <http://e/q> _:b1 .\n}");
}

}  // namespace
}  // namespace dossier
