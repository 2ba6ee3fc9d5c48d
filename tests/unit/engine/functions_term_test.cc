// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <regex>

#include "tests/unit/engine/functions_support.h"

using dossier::Batch;
using dossier::Layout;
using dossier::TermId;
using dossier::test::check_all;
using dossier::test::parse_expression;
using dossier::test::result_of;

TEST_CASE("functions: kinds of terms") {
  check_all({
      {"isIRI(:a)", "true"},
      {"isURI(\"a\")", "false"},
      {"isIRI(IRI(\"x\"))", "true"},
      {"isBLANK(BNODE())", "true"},
      {"isBLANK(:a)", "false"},
      {"isLITERAL(1)", "true"},
      {"isLITERAL(\"a long literal\")", "true"},
      {"isLITERAL(0.1e0 + 0.2e0)", "true"},
      {"isLITERAL(:a)", "false"},
      {"isIRI(1/0)", "error"},
  });
}

TEST_CASE("functions: STR, LANG, DATATYPE") {
  check_all({
      {"STR(:a)", "\"http://example.org/a\""},
      {"STR(\"01\"^^xsd:integer)", "\"01\""},
      {"STR(1.50)", "\"1.50\""},
      {"STR(\"a\"@en)", "\"a\""},
      {"STR(1e0)", "\"1e0\""},
      {"STR(1 + 0.5)", "\"1.5\""},
      {"STR(BNODE())", "error"},
      {"LANG(\"a\"@en-GB)", "\"en-GB\""},
      {"LANG(\"a\")", "\"\""},
      {"LANG(1)", "\"\""},
      {"LANG(:a)", "error"},
      {"DATATYPE(1)", "xsd:integer"},
      {"DATATYPE(\"a\")", "xsd:string"},
      {"DATATYPE(\"a\"@en)", "rdf:langString"},
      {"DATATYPE(\"a\"^^:t)", ":t"},
      {"DATATYPE(1 / 2)", "xsd:decimal"},
      {"DATATYPE(0.1e0 + 0.2e0)", "xsd:double"},
      {"DATATYPE(:a)", "error"},
  });
}

TEST_CASE("functions: sameTerm") {
  check_all({
      {"sameTerm(1, 1)", "true"},
      {"sameTerm(1, 1.0)", "false"},
      {"sameTerm(\"a\", \"a\"@en)", "false"},
      {"sameTerm(\"a\"@en, \"a\"@EN)", "true"},
      {"sameTerm(:a, :a)", "true"},
      {"sameTerm(0.1e0 + 0.2e0, \"3.0000000000000004E-1\"^^xsd:double)", "true"},
      {"sameTerm(CONCAT(\"abcdef\", \"ghij\"), \"abcdefghij\")", "true"},
      {"sameTerm(IRI(\"a\"), :a)", "true"},
      {"sameTerm(1/0, 1)", "error"},
  });
}

TEST_CASE("functions: making IRIs and literals") {
  check_all({
      {"IRI(\"x\")", ":x"},
      {"URI(\"http://example.net/y\")", "<http://example.net/y>"},
      {"IRI(:a)", ":a"},
      {"IRI(\"a b\")", "error"},
      {"IRI(1)", "error"},
      {"IRI(\"x\"@en)", "error"},
      {"STRDT(\"123\", xsd:integer)", "123"},
      {"STRDT(\"iiii\", :roman)", "\"iiii\"^^:roman"},
      {"STRDT(\"x\", xsd:integer)", "\"x\"^^xsd:integer"},
      {"STRDT(\"a long string\", xsd:string)", "\"a long string\""},
      {"STRDT(\"123\", xsd:integer) + 1", "124"},
      {"STRDT(\"a\"@en, xsd:string)", "error"},
      {"STRDT(\"a\", \"b\")", "error"},
      {"STRDT(1, xsd:integer)", "error"},
      {"STRDT(\"x\", rdf:langString)", "error"},
      {"STRDT(\"x\", rdf:dirLangString)", "error"},
      {"STRLANG(\"chat\", \"en\")", "\"chat\"@en"},
      {"STRLANG(\"chat\", \"\")", "error"},
      {"STRLANG(\"chat\", \"no tag\")", "error"},
      {"STRLANG(\"chat\"@fr, \"en\")", "error"},
      {"STRLANG(:a, \"en\")", "error"},
  });
}

TEST_CASE("functions: language and direction (SPARQL 1.2)") {
  check_all({
      {"hasLANG(\"a\"@en)", "true"},
      {"hasLANG(\"a\")", "false"},
      {"hasLANG(:a)", "false"},
      {"LANGDIR(STRLANGDIR(\"a\", \"ar\", \"rtl\"))", "\"rtl\""},
      {"LANG(STRLANGDIR(\"a\", \"ar\", \"rtl\"))", "\"ar\""},
      {"LANGDIR(\"a\"@en)", "\"\""},
      {"LANGDIR(:a)", "error"},
      {"hasLANGDIR(STRLANGDIR(\"a\", \"ar\", \"ltr\"))", "true"},
      {"hasLANGDIR(\"a\"@en)", "false"},
      {"DATATYPE(STRLANGDIR(\"a\", \"ar\", \"ltr\"))", "rdf:dirLangString"},
      {"STRLANGDIR(\"a\", \"ar\", \"up\")", "error"},
  });
}

TEST_CASE("functions: triple terms (SPARQL 1.2)") {
  check_all({
      {"TRIPLE(:s, :p, 1)", "<<( :s :p 1 )>>"},
      {"TRIPLE(:s, :p, 0.1e0 + 0.2e0)", "<<( :s :p \"3.0000000000000004E-1\"^^xsd:double )>>"},
      {"TRIPLE(\"s\", :p, 1)", "error"},
      {"TRIPLE(:s, \"p\", 1)", "error"},
      {"TRIPLE(:s, :p, 1/0)", "error"},
      {"isTRIPLE(TRIPLE(:s, :p, 1))", "true"},
      {"isTRIPLE(:s)", "false"},
      {"SUBJECT(TRIPLE(:s, :p, 1))", ":s"},
      {"PREDICATE(TRIPLE(:s, :p, 1))", ":p"},
      {"OBJECT(TRIPLE(:s, :p, 1))", "1"},
      {"OBJECT(:s)", "error"},
      {"TRIPLE(:s, :p, 1) = TRIPLE(:s, :p, 1.0)", "true"},
      {"TRIPLE(:s, :p, 1) = TRIPLE(:s, :p, 2)", "false"},
      {"TRIPLE(:s, :p, 1) = :s", "false"},
      {"sameTerm(TRIPLE(:s, :p, 1), TRIPLE(:s, :p, 1.0))", "false"},
      {"STR(TRIPLE(:s, :p, 1))", "error"},
  });
}

TEST_CASE("functions: UUIDs are version 4, different from row to row") {
  dossier::test::Workbench bench;
  const dossier::VariableTable variables;
  Batch batch{Layout{}};
  batch.resize(2);
  std::vector<TermId> iris(2);
  std::vector<TermId> strings(2);
  compile(parse_expression("UUID()"), variables, bench.context).evaluate(batch, iris);
  compile(parse_expression("STRUUID()"), variables, bench.context).evaluate(batch, strings);
  const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  CHECK(std::regex_match(bench.terms.term(strings[0]).value(), form));
  CHECK(std::regex_match(bench.terms.term(iris[0]).value().substr(9), form));
  CHECK(bench.terms.term(iris[0]).value().starts_with("urn:uuid:"));
  CHECK(iris[0] != iris[1]);
  CHECK(strings[0] != strings[1]);
}

TEST_CASE("functions: BNODE(label) is one node a solution") {
  dossier::test::Workbench bench;
  const dossier::VariableTable variables;
  Batch batch{Layout{}};
  batch.resize(2);
  const auto evaluate = [&](const char* text, dossier::Solutions solutions) {
    std::vector<TermId> out(2);
    compile(parse_expression(text), variables, bench.context).evaluate(batch, out, solutions);
    return out;
  };
  const auto a = evaluate("BNODE(\"x\")", {1, 0});
  const auto again = evaluate("BNODE(\"x\")", {1, 0});
  const auto other_label = evaluate("BNODE(\"y\")", {1, 0});
  const auto next_rows = evaluate("BNODE(\"x\")", {1, 2});
  const auto other_scope = evaluate("BNODE(\"x\")", {2, 0});
  const auto no_scope = evaluate("BNODE(\"x\")", {});
  CHECK(a == again);
  CHECK(a[0] != a[1]);
  CHECK(a[0] != other_label[0]);
  CHECK(a[0] != next_rows[0]);
  CHECK(a[0] != other_scope[0]);
  CHECK(a[0] != no_scope[0]);
  CHECK(evaluate("BNODE()", {1, 0})[0] != evaluate("BNODE()", {1, 0})[0]);
  CHECK(evaluate("BNODE(1)", {1, 0})[0] == TermId::none());
  CHECK(evaluate("sameTerm(BNODE(\"x\"), BNODE(\"x\"))", {})[0] ==
        bench.terms.intern(dossier::Term::boolean(true)));
}
