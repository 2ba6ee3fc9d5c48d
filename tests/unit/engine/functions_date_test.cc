// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/engine/functions_support.h"

using dossier::test::check_all;

TEST_CASE("functions: parts of dateTime") {
  check_all({
      {"YEAR(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "2011"},
      {"MONTH(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "1"},
      {"DAY(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "10"},
      {"HOURS(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "14"},
      {"MINUTES(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "45"},
      {"SECONDS(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "13.815"},
      {"YEAR(\"2010-06-21T11:28:01Z\"^^xsd:dateTime)", "2010"},
      {"HOURS(\"2010-06-21T11:28:01Z\"^^xsd:dateTime)", "11"},
      {"MINUTES(\"2010-06-21T11:28:01Z\"^^xsd:dateTime)", "28"},
      {"SECONDS(\"2010-06-21T11:28:01Z\"^^xsd:dateTime)", "\"1\"^^xsd:decimal"},
      {"HOURS(\"1969-12-31T23:00:00\"^^xsd:dateTime)", "23"},
      {"YEAR(\"-0044-03-15T00:00:00\"^^xsd:dateTime)", "-44"},
      {"TIMEZONE(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)",
       "\"-PT5H\"^^xsd:dayTimeDuration"},
      {"TIMEZONE(\"2011-01-10T14:45:13Z\"^^xsd:dateTime)", "\"PT0S\"^^xsd:dayTimeDuration"},
      {"TIMEZONE(\"2011-01-10T14:45:13\"^^xsd:dateTime)", "error"},
      {"TZ(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime)", "\"-05:00\""},
      {"TZ(\"2011-01-10T14:45:13Z\"^^xsd:dateTime)", "\"Z\""},
      {"TZ(\"2011-01-10T14:45:13\"^^xsd:dateTime)", "\"\""},
      {"NOW()", "\"2024-02-29T12:30:00Z\"^^xsd:dateTime"},
      {"YEAR(\"2011\")", "error"},
      {"YEAR(2011)", "error"},
      {"HOURS(:a)", "error"},
  });
}

TEST_CASE("functions: parts of date and time, beyond the specification") {
  check_all({
      {"YEAR(\"2011-01-10\"^^xsd:date)", "2011"},
      {"DAY(\"2011-01-10Z\"^^xsd:date)", "10"},
      {"TZ(\"2011-01-10Z\"^^xsd:date)", "\"Z\""},
      {"HOURS(\"2011-01-10\"^^xsd:date)", "error"},
      {"HOURS(\"14:45:00\"^^xsd:time)", "14"},
      {"YEAR(\"14:45:00\"^^xsd:time)", "error"},
  });
}

TEST_CASE("functions: moments and durations in arithmetic") {
  check_all({
      {"\"2024-02-28\"^^xsd:date + \"P1D\"^^xsd:dayTimeDuration", "\"2024-02-29\"^^xsd:date"},
      {"\"P1D\"^^xsd:dayTimeDuration + \"2024-02-28\"^^xsd:date", "\"2024-02-29\"^^xsd:date"},
      {"\"2024-01-31T10:00:00Z\"^^xsd:dateTime + \"P1M\"^^xsd:yearMonthDuration",
       "\"2024-02-29T10:00:00Z\"^^xsd:dateTime"},
      {"\"2024-03-31T10:00:00Z\"^^xsd:dateTime - \"P1M\"^^xsd:yearMonthDuration",
       "\"2024-02-29T10:00:00Z\"^^xsd:dateTime"},
      {"\"2024-03-01\"^^xsd:date - \"2024-02-01\"^^xsd:date", "\"P29D\"^^xsd:dayTimeDuration"},
      {"\"2024-03-01T00:00:00Z\"^^xsd:dateTime - \"2024-03-01T01:00:00+02:00\"^^xsd:dateTime",
       "\"PT1H\"^^xsd:dayTimeDuration"},
      {"\"10:00:00\"^^xsd:time - \"08:30:00\"^^xsd:time", "\"PT1H30M\"^^xsd:dayTimeDuration"},
      {"\"23:30:00\"^^xsd:time + \"PT1H\"^^xsd:dayTimeDuration", "\"00:30:00\"^^xsd:time"},
      {"\"10:00:00\"^^xsd:time + \"P1M\"^^xsd:yearMonthDuration", "error"},
      {"\"P1D\"^^xsd:dayTimeDuration + \"PT12H\"^^xsd:dayTimeDuration",
       "\"P1DT12H\"^^xsd:dayTimeDuration"},
      {"\"P1D\"^^xsd:dayTimeDuration * 1.5", "\"P1DT12H\"^^xsd:dayTimeDuration"},
      {"2 * \"P1Y6M\"^^xsd:yearMonthDuration", "\"P3Y\"^^xsd:yearMonthDuration"},
      {"\"P1D\"^^xsd:dayTimeDuration / 2e0", "\"PT12H\"^^xsd:dayTimeDuration"},
      {"\"P1D\"^^xsd:dayTimeDuration / \"PT6H\"^^xsd:dayTimeDuration", "\"4\"^^xsd:decimal"},
      {"\"P1D\"^^xsd:dayTimeDuration / 0", "error"},
      {"\"P1D\"^^xsd:dayTimeDuration + \"P1M\"^^xsd:yearMonthDuration", "error"},
      {"\"2024-03-01\"^^xsd:date - \"2024-02-01Z\"^^xsd:date", "error"},
      {"\"2024-03-01\"^^xsd:date + \"2024-02-01\"^^xsd:date", "error"},
      {"\"2024-03-01\"^^xsd:date + 1", "error"},
      {"1 - \"P1D\"^^xsd:dayTimeDuration", "error"},
  });
}
