// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/engine/functions_support.h"

using dossier::test::check_all;

TEST_CASE("functions: casts to string") {
  check_all({
      {"xsd:string(:a)", "\"http://example.org/a\""},
      {"xsd:string(IRI(\"a\"))", "\"http://example.org/a\""},
      {"xsd:string(\"a\")", "\"a\""},
      {"xsd:string(1.0)", "\"1\""},
      {"xsd:string(0E1)", "\"0\""},
      {"xsd:string(1E0)", "\"1\""},
      {"xsd:string(1.5e10)", "\"1.5E10\""},
      {"xsd:string(\"-7.875\"^^xsd:float)", "\"-7.875\""},
      {"xsd:string(\"0\"^^xsd:boolean)", "\"false\""},
      {"xsd:string(\"2024-01-01T24:00:00\"^^xsd:dateTime)", "\"2024-01-02T00:00:00\""},
      {"xsd:string(\"a\"@en)", "error"},
      {"xsd:string(BNODE())", "error"},
      {"xsd:string(\"x\"^^xsd:integer)", "error"},
  });
}

TEST_CASE("functions: casts to boolean") {
  check_all({
      {"xsd:boolean(\"true\")", "true"},
      {"xsd:boolean(\" 1 \")", "true"},
      {"xsd:boolean(\"0\")", "false"},
      {"xsd:boolean(\"0.0\")", "error"},
      {"xsd:boolean(0.0)", "false"},
      {"xsd:boolean(-7)", "true"},
      {"xsd:boolean(\"NaN\"^^xsd:double)", "false"},
      {"xsd:boolean(\"INF\"^^xsd:double)", "true"},
      {"xsd:boolean(true)", "true"},
      {"xsd:boolean(:a)", "error"},
  });
}

TEST_CASE("functions: casts to numbers") {
  check_all({
      {"xsd:integer(\"13\")", "13"},
      {"xsd:integer(\" 13\\n\")", "13"},
      {"xsd:integer(\"1.5\")", "error"},
      {"xsd:integer(\"1E0\")", "error"},
      {"xsd:integer(-7.875e0)", "-7"},
      {"xsd:integer(2.5)", "2"},
      {"xsd:integer(true)", "1"},
      {"xsd:integer(1e20)", "100000000000000000000"},
      {"xsd:integer(\"INF\"^^xsd:double)", "error"},
      {"xsd:integer(\"2024-01-01\"^^xsd:date)", "error"},
      {"xsd:integer(:a)", "error"},
      {"xsd:integer(\"1\"@en)", "error"},
      {"xsd:decimal(\"+33.3300\")", "33.33"},
      {"xsd:decimal(\"0E1\")", "error"},
      {"xsd:decimal(1.25e0)", "1.25"},
      {"xsd:decimal(\"NaN\"^^xsd:float)", "error"},
      {"xsd:decimal(false)", "\"0\"^^xsd:decimal"},
      {"xsd:double(\"-10.2E3\")", "\"-1.02E4\"^^xsd:double"},
      {"xsd:double(\"INF\")", "\"INF\"^^xsd:double"},
      {"xsd:double(true)", "1.0E0"},
      {"xsd:double(0.1)", "1.0E-1"},
      {"xsd:double(\"a\")", "error"},
      {"xsd:float(\"0.1\")", "\"1.0E-1\"^^xsd:float"},
      {"xsd:float(1e300)", "\"INF\"^^xsd:float"},
      {"xsd:float(16777217)", "\"1.6777216E7\"^^xsd:float"},
      {"xsd:int(\"42\")", "\"42\"^^xsd:int"},
      {"xsd:int(2147483648)", "error"},
      {"xsd:unsignedByte(-1)", "error"},
      {"xsd:byte(1.9)", "\"1\"^^xsd:byte"},
      {"xsd:integer(\"7\"^^xsd:int)", "7"},
  });
}

TEST_CASE("functions: casts to moments and durations") {
  check_all({
      {"xsd:dateTime(\"2002-10-10T17:00:00Z\")", "\"2002-10-10T17:00:00Z\"^^xsd:dateTime"},
      {"xsd:dateTime(\"2002-10-10\")", "error"},
      {"xsd:dateTime(\"2002-10-10\"^^xsd:date)", "\"2002-10-10T00:00:00\"^^xsd:dateTime"},
      {"xsd:date(\"2002-10-10T17:00:00+02:00\"^^xsd:dateTime)", "\"2002-10-10+02:00\"^^xsd:date"},
      {"xsd:time(\"2002-10-10T17:00:00Z\"^^xsd:dateTime)", "\"17:00:00Z\"^^xsd:time"},
      {"xsd:time(\"2002-10-10\"^^xsd:date)", "error"},
      {"xsd:gYear(\"2002-10-10\"^^xsd:date)", "\"2002\"^^xsd:gYear"},
      {"xsd:gYearMonth(\"2002-10-10Z\"^^xsd:date)", "\"2002-10Z\"^^xsd:gYearMonth"},
      {"xsd:gMonthDay(\"2002-10-11\"^^xsd:date)", "\"--10-11\"^^xsd:gMonthDay"},
      {"xsd:gYear(\"2002\"^^xsd:gYear)", "\"2002\"^^xsd:gYear"},
      {"xsd:gMonth(\"2002\"^^xsd:gYear)", "error"},
      {"xsd:duration(\"P1Y2M3D\")", "\"P1Y2M3D\"^^xsd:duration"},
      {"xsd:dayTimeDuration(\"P1Y2M3D\"^^xsd:duration)", "\"P3D\"^^xsd:dayTimeDuration"},
      {"xsd:yearMonthDuration(\"P1Y2M3D\"^^xsd:duration)", "\"P1Y2M\"^^xsd:yearMonthDuration"},
      {"xsd:date(1)", "error"},
      {"xsd:dateTime(:a)", "error"},
  });
}
