// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/engine/functions_support.h"

using dossier::test::check_all;

TEST_CASE("functions: arithmetic of integers and decimals is exact") {
  check_all({
      {"1 + 2", "3"},
      {"1 - 2", "-1"},
      {"3 * -4", "-12"},
      {"36028797018963967 + 1", "36028797018963968"},
      {"9223372036854775807 + 1", "9223372036854775808"},
      {"9223372036854775807 * 9223372036854775807", "85070591730234615847396907784232501249"},
      {"1 / 4", "0.25"},
      {"6 / 2", "\"3\"^^xsd:decimal"},
      {"1 / 3", "0.333333333333333333333333"},
      {"1 / 0", "error"},
      {"1.5 / 0.0", "error"},
      {"0.1 + 0.2", "0.3"},
      {"1.5 + 1", "2.5"},
      {"0.5 + 0.5", "\"1\"^^xsd:decimal"},
      {"0.000001 * 0.000001", "0.000000000001"},
      {"36028797018.0 * 1000.0", "\"36028797018000\"^^xsd:decimal"},
      {"36028797018963967 * 0.5", "18014398509481983.5"},
      {"9007199254740993 * 1000000.5", "9007203758340620370496.5"},
      {"+(5)", "5"},
      {"-(5)", "-5"},
      {"-(-36028797018963968)", "36028797018963968"},
      {"-(1.5)", "-1.5"},
      {"+\"a\"", "error"},
      {"-\"a\"", "error"},
      {"\"1\"^^xsd:int + \"2\"^^xsd:byte", "3"},
      {"\"300\"^^xsd:byte + 1", "error"},
      {"\"01\"^^xsd:integer + 1", "2"},
  });
}

TEST_CASE("functions: numeric promotion, floats and doubles") {
  check_all({
      {"1 + 1.5e0", "2.5E0"},
      {"0.5 + 1.5e0", "2.0E0"},
      {"0.1e0 + 0.2e0", "\"3.0000000000000004E-1\"^^xsd:double"},
      {"1e0 / 0", "\"INF\"^^xsd:double"},
      {"-1e0 / 0e0", "\"-INF\"^^xsd:double"},
      {"0e0 / 0e0", "\"NaN\"^^xsd:double"},
      {"\"1.5\"^^xsd:float + 1", "\"2.5E0\"^^xsd:float"},
      {"\"1.5\"^^xsd:float * 2e0", "3.0E0"},
      {"\"0.1\"^^xsd:float + 0.1", "\"2.0E-1\"^^xsd:float"},
      {"-(0e0)", "\"-0.0E0\"^^xsd:double"},
      {"1e308 * 10e0", "\"INF\"^^xsd:double"},
  });
}

TEST_CASE("functions: what is no number is an error in arithmetic") {
  check_all({
      {"\"1\" + 1", "error"},
      {"\"1\" + \"2\"", "error"},
      {":a + 1", "error"},
      {"true + 1", "error"},
      {"\"x\"^^xsd:integer + 1", "error"},
      {"\"1\"@en * 2", "error"},
  });
}

TEST_CASE("functions: rounding") {
  check_all({
      {"ABS(-2)", "2"},
      {"ABS(-1.5)", "1.5"},
      {"ABS(-1.5e0)", "1.5E0"},
      {"ABS(-36028797018963968)", "36028797018963968"},
      {"CEIL(1.1)", "\"2\"^^xsd:decimal"},
      {"CEIL(-1.6)", "\"-1\"^^xsd:decimal"},
      {"FLOOR(-1.6)", "\"-2\"^^xsd:decimal"},
      {"FLOOR(2.5e0)", "2.0E0"},
      {"ROUND(2.5)", "\"3\"^^xsd:decimal"},
      {"ROUND(-2.5)", "\"-2\"^^xsd:decimal"},
      {"ROUND(-2.5e0)", "-2.0E0"},
      {"ROUND(-0.4e0)", "\"-0.0E0\"^^xsd:double"},
      {"ROUND(0.49999999999999994e0)", "0.0E0"},
      {"ROUND(7)", "7"},
      {"CEIL(\"1.5\"^^xsd:float)", "\"2.0E0\"^^xsd:float"},
      {"ROUND(\"NaN\"^^xsd:double)", "\"NaN\"^^xsd:double"},
      {"ROUND(\"a\")", "error"},
      {"ABS(true)", "error"},
      {"FLOOR(:a)", "error"},
  });
}

TEST_CASE("functions: isNumeric") {
  check_all({
      {"isNumeric(12)", "true"},
      {"isNumeric(\"12\")", "false"},
      {"isNumeric(\"12\"^^xsd:nonNegativeInteger)", "true"},
      {"isNumeric(\"1200\"^^xsd:byte)", "false"},
      {"isNumeric(1.5e0)", "true"},
      {"isNumeric(\"x\"^^xsd:float)", "false"},
      {"isNumeric(<http://example.org/>)", "false"},
      {"isNumeric(1/0)", "error"},
  });
}

TEST_CASE("functions: RAND is at least 0 and below 1, and differs from row to row") {
  check_all({{"RAND() >= 0 && RAND() < 1", "true"},
             {"datatype(RAND()) = xsd:double", "true"},
             {"RAND() = RAND()", "false"}});
}
