// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "tests/unit/engine/functions_support.h"

using dossier::test::check_all;

TEST_CASE("functions: equality") {
  check_all({
      {"1 = 1", "true"},
      {"1 = 1.0", "true"},
      {"1 = \"01\"^^xsd:integer", "true"},
      {"1 = 1e0", "true"},
      {"0.1 = 0.1e0", "true"},
      {"1 != 2", "true"},
      {"\"0.0\"^^xsd:double = \"-0.0\"^^xsd:double", "true"},
      {"\"NaN\"^^xsd:double = \"NaN\"^^xsd:double", "false"},
      {"\"NaN\"^^xsd:float = \"NaN\"^^xsd:float", "false"},
      {"\"NaN\"^^xsd:float != \"NaN\"^^xsd:float", "true"},
      {"\"a\" = \"a\"", "true"},
      {"\"a\" = \"b\"", "false"},
      {"\"long string one\" = \"long string two\"", "false"},
      {"\"a\" = \"a\"@en", "false"},
      {"\"a\"@en = \"a\"@EN", "true"},
      {"\"a\"@en = \"a\"@fr", "false"},
      {"\"1\" = 1", "false"},
      {"true = 1", "false"},
      {"true = \"1\"^^xsd:boolean", "true"},
      {":a = :a", "true"},
      {":a = :b", "false"},
      {":a = \"a\"", "false"},
      {"\"a\"^^:unknown = \"a\"^^:unknown", "true"},
      {"\"a\"^^:unknown = \"b\"^^:unknown", "error"},
      {"\"a\"^^:unknown != \"b\"^^:unknown", "error"},
      {"\"a\"^^:unknown = \"a\"", "error"},
      {"\"a\"^^:unknown = \"a\"@en", "false"},
      {"\"x\"^^xsd:integer = \"x\"^^xsd:integer", "true"},
      {"\"x\"^^xsd:integer = 1", "error"},
      {"\"x\"^^xsd:integer = \"x\"", "error"},
      {"\"2024-01-01\"^^xsd:date = \"2024-01-01\"^^xsd:date", "true"},
      {"\"2024-01-01\"^^xsd:date = \"2024-01-01Z\"^^xsd:date", "error"},
      {"\"2024-01-01\"^^xsd:date != \"2001-01-01Z\"^^xsd:date", "true"},
      {"\"2024-01-01\"^^xsd:date = \"2024-01-01T00:00:00\"^^xsd:dateTime", "false"},
      {"\"2024-01-01T12:00:00Z\"^^xsd:dateTime = \"2024-01-01T13:00:00+01:00\"^^xsd:dateTime",
       "true"},
      {"\"2024-01-01T24:00:00\"^^xsd:dateTime = \"2024-01-02T00:00:00\"^^xsd:dateTime", "true"},
      {"\"P1Y\"^^xsd:yearMonthDuration = \"P12M\"^^xsd:duration", "true"},
      {"\"P1M\"^^xsd:duration = \"P30D\"^^xsd:duration", "false"},
      {"\"2024\"^^xsd:gYear = \"2024\"^^xsd:gYearMonth", "error"},
      {"\"2024\"^^xsd:gYear = \"2024-01\"^^xsd:gYearMonth", "false"},
      {"1/0 = 1", "error"},
  });
}

TEST_CASE("functions: order") {
  check_all({
      {"1 < 2", "true"},
      {"2 < 1", "false"},
      {"1 <= 1.0", "true"},
      {"1.5 > 1", "true"},
      {"0.1 < 0.1e0", "false"},
      {"1e0 >= 1", "true"},
      {"36028797018.963967 < 36028797018963967", "true"},
      {"9007199254740993 < 9007199254740993.5", "true"},
      {"\"INF\"^^xsd:double > 1", "true"},
      {"\"NaN\"^^xsd:double < 1", "false"},
      {"\"NaN\"^^xsd:double >= 1", "false"},
      {"\"a\" < \"b\"", "true"},
      {"\"abc\" < \"abd\"", "true"},
      {"\"a\" < \"abcdefghij\"", "true"},
      {"\"Z\" < \"a\"", "true"},
      {"\"a\"@en < \"b\"@en", "error"},
      {"\"a\" < 1", "error"},
      {":a < :b", "error"},
      {"false < true", "true"},
      {"true < false", "false"},
      {"\"2024-01-01\"^^xsd:date < \"2024-01-02\"^^xsd:date", "true"},
      {"\"2024-01-01T00:00:00\"^^xsd:dateTime < \"2024-01-01T00:00:00.5\"^^xsd:dateTime", "true"},
      {"\"2024-01-01T00:00:00\"^^xsd:dateTime < \"2024-01-01T00:00:00Z\"^^xsd:dateTime", "error"},
      {"\"2024-01-01T00:00:00\"^^xsd:dateTime < \"2024-02-01T00:00:00Z\"^^xsd:dateTime", "true"},
      {"\"2024-01-01\"^^xsd:date < \"2024-01-01T00:00:00\"^^xsd:dateTime", "error"},
      {"\"P1D\"^^xsd:dayTimeDuration < \"PT25H\"^^xsd:dayTimeDuration", "true"},
      {"\"P1M\"^^xsd:duration < \"P30D\"^^xsd:duration", "error"},
      {"\"10:00:00\"^^xsd:time < \"11:00:00\"^^xsd:time", "true"},
  });
}

TEST_CASE("functions: effective boolean value") {
  check_all({
      {"!true", "false"},
      {"!\"\"", "true"},
      {"!\"a\"", "false"},
      {"!\"\"@en", "error"},
      {"!\"a\"@en", "error"},
      {"!\"a long string\"", "false"},
      {"!0", "true"},
      {"!0.0", "true"},
      {"!0e0", "true"},
      {"!\"NaN\"^^xsd:double", "true"},
      {"!\"NaN\"^^xsd:float", "true"},
      {"!1", "false"},
      {"!\"1\"^^xsd:boolean", "false"},
      {"!\"x\"^^xsd:boolean", "error"},
      {"!\"x\"^^xsd:integer", "error"},
      {"!:a", "error"},
      {"!\"2024-01-01\"^^xsd:date", "error"},
      {"!\"a\"^^:unknown", "error"},
      {"!?unbound", "error"},
  });
}

TEST_CASE("functions: || and && over errors follow the truth table") {
  check_all({
      {"true || true", "true"},    {"true || false", "true"},  {"false || true", "true"},
      {"false || false", "false"}, {"true || 1/0", "true"},    {"1/0 || true", "true"},
      {"false || 1/0", "error"},   {"1/0 || false", "error"},  {"1/0 || 1/0", "error"},
      {"true && true", "true"},    {"true && false", "false"}, {"false && true", "false"},
      {"false && false", "false"}, {"true && 1/0", "error"},   {"1/0 && true", "error"},
      {"false && 1/0", "false"},   {"1/0 && false", "false"},  {"1/0 && 1/0", "error"},
      {"1 || :a", "true"},         {"\"\" && :a", "false"},
  });
}

TEST_CASE("functions: IF, COALESCE, BOUND, IN over errors") {
  check_all({
      {"IF(true, 1, 1/0)", "1"},
      {"IF(false, 1/0, 2)", "2"},
      {"IF(1/0, 1, 2)", "error"},
      {"IF(\"a\", 1, 2)", "1"},
      {"IF(:a, 1, 2)", "error"},
      {"COALESCE(1/0, ?unbound, 3, 4)", "3"},
      {"COALESCE(1/0)", "error"},
      {"COALESCE()", "error"},
      {"BOUND(?unbound)", "false"},
      {"?unbound", "error"},
      {"2 IN (1, 2, 3)", "true"},
      {"2 IN ()", "false"},
      {"2 IN (1, 3)", "false"},
      {"2 IN (1/0, 2)", "true"},
      {"2 IN (1/0, 3)", "error"},
      {"2 IN (2.0)", "true"},
      {":a IN (:b, :a)", "true"},
      {"2 NOT IN ()", "true"},
      {"2 NOT IN (1, 3)", "true"},
      {"2 NOT IN (1/0, 2)", "false"},
      {"2 NOT IN (1/0, 3)", "error"},
      {":a IN (\"x\", 1)", "false"},
      {"\"x\" IN (:a, 1)", "false"},
      {"1 IN (2, 1.0)", "true"},
      {"1 IN (:a, \"x\", 2)", "false"},
      {"?unbound IN (:a)", "error"},
      {":a IN (:b, ?unbound)", "error"},
      {":a IN (:a, ?unbound)", "true"},
      {"\"x\" NOT IN (\"y\", \"z\"@en)", "true"},
      {"\"text in the store\" IN (\"no\", \"text in the store\")", "true"},
  });
}

TEST_CASE("functions: select() gives the rows whose value is true") {
  dossier::test::Workbench bench;
  dossier::VariableTable variables;
  const dossier::Slot x = variables.slot("x");
  dossier::Batch batch(dossier::Layout{x});
  batch.make_room(8);
  std::size_t rows = 0;
  for (const char* text : {"1", "5", "\"a\"", "5.5", "\"7\"^^xsd:int", ":a", "5e0", "\"\""}) {
    batch.column(0)[rows++] = bench.terms.intern(dossier::test::term(text));
  }
  batch.column(0)[rows++] = dossier::TermId::none();
  batch.resize(rows);
  const std::pair<const char*, std::vector<std::uint32_t>> table[] = {
      {"?x >= 5", {1, 3, 4, 6}},
      {"?x >= 5 && ?x < 6", {1, 3, 6}},
      {"?x < 2 || isIRI(?x)", {0, 5}},
      {"!BOUND(?x)", {8}},
      {"?x", {0, 1, 2, 3, 4, 6}},
      {"?x IN (5, \"a\", :a)", {1, 2, 5, 6}},
      {"?missing = 1", {}},
      {"datatype(?x) = xsd:integer", {0, 1}},
      {"STR(?x) = \"7\"", {4}}};
  for (const auto& [text, expected] : table) {
    INFO(text);
    const auto compiled = compile(dossier::test::parse_expression(text), variables, bench.context);
    std::vector<std::uint32_t> selected{99};
    compiled.select(batch, selected);
    CHECK(selected == expected);
  }
}

TEST_CASE("functions: unknown functions are refused with the nearest name") {
  dossier::test::Workbench bench;
  const dossier::VariableTable variables;
  const auto message = [&](const char* text) -> std::string {
    try {
      compile(dossier::test::parse_expression(text), variables, bench.context);
    } catch (const dossier::Error& error) {
      return error.what();
    }
    return "";
  };
  CHECK(message("xsd:integr(1)") ==
        "there is no function <http://www.w3.org/2001/XMLSchema#integr>; did you mean "
        "<http://www.w3.org/2001/XMLSchema#integer>?");
  CHECK(message("xsd:integer(1, 2)").find("takes 1 argument, not 2") != std::string::npos);
  CHECK(message("REGEX(\"a\", \"(a)\\\\1\")").find("back-references") != std::string::npos);
}

TEST_CASE("functions: an expression tells which variables it reads") {
  dossier::test::Workbench bench;
  dossier::VariableTable variables;
  const dossier::Slot x = variables.slot("x");
  const dossier::Slot y = variables.slot("y");
  const auto compiled = compile(dossier::test::parse_expression("IF(BOUND(?y), ?x + ?x, ?unknown)"),
                                variables, bench.context);
  CHECK(compiled.variables() == std::vector<dossier::Slot>{x, y});
}
