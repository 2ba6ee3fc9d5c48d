// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>

#include "model/xsd/floating.h"

namespace xsd = dossier::xsd;

TEST_CASE("doubles: legal forms and their canonical form") {
  const std::pair<const char*, const char*> rows[] = {
      {"1", "1.0E0"},
      {"-1.5", "-1.5E0"},
      {"+1e3", "1.0E3"},
      {".5", "5.0E-1"},
      {"1.", "1.0E0"},
      {"1.E+05", "1.0E5"},
      {"0", "0.0E0"},
      {"-0", "-0.0E0"},
      {"INF", "INF"},
      {"+INF", "INF"},
      {"-INF", "-INF"},
      {"NaN", "NaN"},
      {"1e400", "INF"},
      {"-1e400", "-INF"},
      {"1e-400", "0.0E0"},
      {"-1e-400", "-0.0E0"},
      {"5e-324", "5.0E-324"},
      {"1.7976931348623157e308", "1.7976931348623157E308"},
      {"0.1", "1.0E-1"},
      {"123456789", "1.23456789E8"},
      {"1e99999999999999999999", "INF"},
      {"1e-99999999999999999999", "0.0E0"},
      {"0.0000000001e400", "INF"},
      {"0e999999", "0.0E0"}};
  for (const auto& [lexical, canonical] : rows) {
    INFO(lexical);
    const auto value = xsd::parse_double(lexical);
    REQUIRE(value.has_value());
    CHECK(xsd::format_double(*value) == canonical);
  }
}

TEST_CASE("doubles: illegal forms") {
  for (const char* text : {"", "+", ".", "e5", "1e", "1e+", "inf", "nan", "-NaN", "Infinity",
                           "0x10", "1 ", " 1", "1e5.0", "--1", "1f", "+-1", "1_000"}) {
    INFO(text);
    CHECK_FALSE(xsd::parse_double(text).has_value());
    CHECK_FALSE(xsd::parse_float(text).has_value());
  }
}

TEST_CASE("floats round to single precision and print their own shortest form") {
  CHECK(xsd::format_float(*xsd::parse_float("0.1")) == "1.0E-1");
  CHECK(xsd::format_float(*xsd::parse_float("16777217")) == "1.6777216E7");
  CHECK(xsd::format_float(*xsd::parse_float("1e39")) == "INF");
  CHECK(xsd::format_float(*xsd::parse_float("1e-50")) == "0.0E0");
}

TEST_CASE("casts to string") {
  const std::pair<double, const char*> rows[] = {
      {1, "1"},         {0.5, "0.5"},       {-2.25, "-2.25"}, {0, "0"},
      {-0.0, "-0"},     {999999, "999999"}, {1e6, "1.0E6"},   {1e-6, "0.000001"},
      {1e-7, "1.0E-7"}, {INFINITY, "INF"},  {NAN, "NaN"}};
  for (const auto& [value, text] : rows) CHECK(xsd::cast_to_string(value) == text);
  CHECK(xsd::cast_to_string(0.1F) == "0.1");
}
