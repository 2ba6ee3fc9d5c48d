// SPDX-License-Identifier: Apache-2.0
#include "repl/input/statement_buffer.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

/// The statements a script of lines becomes, the unfinished rest last.
std::vector<std::string> statements(const std::vector<std::string>& lines) {
  StatementBuffer buffer(syntax_options({{"r", "urn:r:"}, {"", "urn:d:"}}));
  std::vector<std::string> found;
  for (const std::string& line : lines) {
    for (std::string& statement : buffer.add(line)) found.push_back(std::move(statement));
  }
  for (const std::string& rest : buffer.finish()) found.push_back("rest: " + rest);
  return found;
}

using Statements = std::vector<std::string>;

TEST_CASE("a semicolon at a line's end ends a statement") {
  CHECK(statements({"ASK { ?s ?p ?o };"}) == Statements{"ASK { ?s ?p ?o } \n"});
  CHECK(statements({"ASK", "{ ?s ?p ?o }", ";"}) == Statements{"ASK\n{ ?s ?p ?o }\n \n"});
  CHECK(statements({"ASK {} ; # done"}) == Statements{"ASK {}   # done\n"});
}

TEST_CASE("a semicolon inside a pattern does not") {
  CHECK(statements({"ASK { ?s ?p ?o ;", "?q ?r };"}) == Statements{"ASK { ?s ?p ?o ;\n?q ?r } \n"});
  CHECK(statements({"ASK { ?s ?p \"a;", "\" } ;"}).size() == 1);
  CHECK(statements({"ASK { ?s ?p '''a;", "};''' };"}) ==
        Statements{"ASK { ?s ?p '''a;\n};''' } \n"});
  CHECK(statements({"ASK { ?s ?p <urn:a;", "> };"}).size() == 1);
  CHECK(statements({"ASK { ?s ?p ?o # no; end;", "};"}).size() == 1);
}

TEST_CASE("an empty line ends a whole query and no beginning of one") {
  CHECK(statements({"ASK {}", ""}) == Statements{"ASK {}\n\n"});
  CHECK(statements({"", "", "ASK {}", ""}) == Statements{"ASK {}\n\n"});
  CHECK(statements({"SELECT ?x", "", "WHERE { ?x ?y ?z }", ""}).size() == 1);
  CHECK(statements({"PREFIX a: <urn:a>", "", "ASK {}", ""}).size() == 1);
  CHECK(statements({"ASK {", "", "?s ?p ?o", "", "}", ""}).size() == 1);
  CHECK(statements({"# a comment", "", "ASK {}", ""}).size() == 1);
}

TEST_CASE("a semicolon within a line ends a query, and an update before a query") {
  CHECK(statements({"ASK {}; ASK { ?a ?b ?c };"}) == Statements{"ASK {}", "ASK { ?a ?b ?c } \n"});
  CHECK(statements({"ASK {};;"}) == Statements{"ASK {}"});
  CHECK(statements({"ASK {}; # one", "ASK {};"}) == Statements{"ASK {}  # one\n", "ASK {} \n"});
  CHECK(statements({"INSERT DATA {}; SELECT * {};"}) ==
        Statements{"INSERT DATA {}", "SELECT * {} \n"});
  CHECK(statements({"INSERT DATA {}; PREFIX a: <urn:a> ASK {};"}).size() == 2);
  CHECK(statements({"SELECT * {}; CLEAR ALL; CREATE GRAPH :g;"}) ==
        Statements{"SELECT * {}", "CLEAR ALL; CREATE GRAPH :g \n"});
  CHECK(statements({"ASK {}; SELECT ?x", "{ ?x ?y ?z }; ASK {", "};"}) ==
        Statements{"ASK {}", "SELECT ?x\n{ ?x ?y ?z }", "ASK {\n} \n"});
  CHECK(statements({"ASK { ?s ?p ';' }; ASK {}"}) ==
        Statements{"rest: ASK { ?s ?p ';' }", "rest: ASK {}\n"});
}

TEST_CASE("updates in a row are one request") {
  CHECK(statements({"INSERT DATA {}; DELETE DATA {};"}) ==
        Statements{"INSERT DATA {}; DELETE DATA {} \n"});
}

TEST_CASE("what is wrong is handed on for its error") {
  CHECK(statements({"SELEKT ?x { ?x ?y ?z };"}).size() == 1);
  CHECK(statements({"ASK { } }", ""}).size() == 1);
  CHECK(statements({"ASK { ?s ?p };"}).size() == 1);
}

TEST_CASE("updates end as queries do") {
  CHECK(statements({"INSERT DATA { :a r:b :c } ;", "DELETE DATA { :a r:b :c } ;"}).size() == 2);
  CHECK(statements({"INSERT DATA {", ":a r:b :c ;", "r:d :e .", "}", ";"}).size() == 1);
}

TEST_CASE("a semicolon at the end of a text is dropped, and positions stay") {
  CHECK(without_final_semicolon("ASK {} ;") == "ASK {}  ");
  CHECK(without_final_semicolon("ASK {}\n; # end;\n") == "ASK {}\n  # end;\n");
  CHECK(without_final_semicolon("ASK { ?s ?p ?o ;") == "ASK { ?s ?p ?o ;");
  CHECK(without_final_semicolon("ASK {} # ;") == "ASK {} # ;");
  CHECK(without_final_semicolon("SELECT (';' AS ?x) {}") == "SELECT (';' AS ?x) {}");
  CHECK(without_final_semicolon("").empty());
}

TEST_CASE("the rest at the end of a script") {
  CHECK(statements({"ASK {}"}) == Statements{"rest: ASK {}\n"});
  CHECK(statements({"# nothing", " "}).empty());
  CHECK(statements({";"}).empty());
}

TEST_CASE("less-than is no bracket") {
  CHECK(statements({"ASK { FILTER(?a < ?b) };", "ASK { FILTER(?a<?b && ?c>?d) };"}).size() == 2);
}

TEST_CASE("queries and updates are told apart by their first word") {
  CHECK(is_update("INSERT DATA {}"));
  CHECK(is_update("# select\nPREFIX a: <urn:a#>\nbase <urn:b>\n with <g> delete {} where {}"));
  CHECK(is_update("clear all"));
  CHECK_FALSE(is_update("SELECT ?insert {}"));
  CHECK_FALSE(is_update("PREFIX insert: <urn:a> ASK {}"));
  CHECK_FALSE(is_update(""));
  CHECK_FALSE(is_update("PREFIX a"));
}

}  // namespace
}  // namespace dossier::repl
