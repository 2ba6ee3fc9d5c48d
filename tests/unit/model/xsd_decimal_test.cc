// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "model/xsd/datatype.h"
#include "model/xsd/decimal.h"

using dossier::xsd::Decimal;
using dossier::xsd::Integer;

namespace {

Decimal decimal(std::string_view text) {
  const auto value = Decimal::parse(text);
  REQUIRE(value.has_value());
  return *value;
}

Integer integer(std::string_view text) {
  const auto value = Integer::parse(text);
  REQUIRE(value.has_value());
  return *value;
}

}  // namespace

TEST_CASE("integers: legal and illegal forms") {
  const std::pair<const char*, const char*> rows[] = {
      {"0", "0"},
      {"-0", "0"},
      {"+007", "7"},
      {"9223372036854775807", "9223372036854775807"},
      {"9223372036854775808", "9223372036854775808"},
      {"-9223372036854775809", "-9223372036854775809"},
      {"123456789012345678901234567890", "123456789012345678901234567890"}};
  for (const auto& [text, canonical] : rows) CHECK(integer(text).to_string() == canonical);
  for (const char* text : {"", "+", "-", "1.", "1e5", " 1", "--1", "0x1", "1a"}) {
    CHECK_FALSE(Integer::parse(text).has_value());
  }
}

TEST_CASE("integers stay exact across 64 bits") {
  const Integer max = integer("9223372036854775807");
  const Integer min = integer("-9223372036854775808");
  CHECK((max + 1).to_string() == "9223372036854775808");
  CHECK(((max + 1) - 1) == max);
  CHECK(((max + 1) - 1).to_int64().has_value());
  CHECK((min - 1).to_string() == "-9223372036854775809");
  CHECK((-min).to_string() == "9223372036854775808");
  CHECK((max * max).to_string() == "85070591730234615847396907784232501249");
  CHECK((min / -1).to_string() == "9223372036854775808");
  CHECK((min % -1).sign() == 0);
  CHECK((max * max) / max == max);
  CHECK(integer("-7") / 2 == -3);
  CHECK(integer("-7") % 2 == -1);
  CHECK(min - 1 < min);
  CHECK(max < max + 1);
  CHECK(min - 1 < max + 1);
  CHECK(max * max > max + 1);
  CHECK((max + 1).to_double() == 9223372036854775808.0);
  CHECK(std::isinf(Integer::power_of_ten(400).to_double()));
  CHECK(Integer::from_int128(__int128{1} << 100).to_string() == "1267650600228229401496703205376");
}

TEST_CASE("decimals: legal forms and their canonical form") {
  const std::pair<const char*, const char*> rows[] = {
      {"1", "1"},
      {"1.0", "1"},
      {"1.", "1"},
      {".5", "0.5"},
      {"-.50", "-0.5"},
      {"+0.0", "0"},
      {"-0.0", "0"},
      {"00.100", "0.1"},
      {"-1.05", "-1.05"},
      {"100", "100"},
      {"0.000000000000000000000000001", "0.000000000000000000000000001"},
      {"12345678901234567890.12345678901234567890", "12345678901234567890.1234567890123456789"}};
  for (const auto& [text, canonical] : rows) {
    INFO(text);
    CHECK(decimal(text).to_string() == canonical);
  }
  for (const char* text : {"", ".", "-", "-.", "1.2.3", "1e5", "INF", "1.+2", "1.-2", " 1", "1.a",
                           "1,5", ".0.", "1.0a"}) {
    INFO(text);
    CHECK_FALSE(Decimal::parse(text).has_value());
  }
}

TEST_CASE("decimal arithmetic is exact") {
  CHECK(decimal("0.1") + decimal("0.2") == decimal("0.3"));
  CHECK((decimal("1.1") - decimal("0.1")).is_integer());
  CHECK((decimal("-1.5") * decimal("1.5")).to_string() == "-2.25");
  CHECK((decimal("9223372036854775807.9") + decimal("0.1")).to_string() == "9223372036854775808");
  CHECK(divide(decimal("1"), decimal("8"))->to_string() == "0.125");
  CHECK(divide(decimal("2"), decimal("3"))->to_string() == "0.666666666666666666666667");
  CHECK(divide(decimal("-2"), decimal("3"))->to_string() == "-0.666666666666666666666667");
  CHECK(divide(decimal("11.1"), decimal("5"))->to_string() == "2.22");
  CHECK(divide(decimal("6"), decimal("0.002"))->to_string() == "3000");
  CHECK_FALSE(divide(decimal("1"), decimal("0.0")).has_value());
  CHECK(decimal("-1.5") < decimal("-1.49"));
  CHECK(decimal("2") > decimal("1.999999999999999999999999"));
  CHECK(-decimal("1.5") == decimal("-1.5"));
}

TEST_CASE("decimal rounding") {
  struct Row {
    const char* value;
    const char *floor, *ceil, *round, *truncated;
  };
  const Row rows[] = {{"2.5", "2", "3", "3", "2"},  {"-2.5", "-3", "-2", "-2", "-2"},
                      {"2.49", "2", "3", "2", "2"}, {"-2.51", "-3", "-2", "-3", "-2"},
                      {"7", "7", "7", "7", "7"},    {"-0.5", "-1", "0", "0", "0"},
                      {"0.5", "0", "1", "1", "0"}};
  for (const Row& row : rows) {
    INFO(row.value);
    CHECK(decimal(row.value).floor().to_string() == row.floor);
    CHECK(decimal(row.value).ceil().to_string() == row.ceil);
    CHECK(decimal(row.value).round().to_string() == row.round);
    CHECK(decimal(row.value).truncated().to_string() == row.truncated);
  }
}

TEST_CASE("decimals and doubles") {
  CHECK(Decimal::from_double(0.5)->to_string() == "0.5");
  CHECK(Decimal::from_double(-1e20)->to_string() == "-100000000000000000000");
  CHECK(Decimal::from_double(0.1)->to_string() ==
        "0.1000000000000000055511151231257827021181583404541015625");
  CHECK_FALSE(Decimal::from_double(INFINITY).has_value());
  CHECK_FALSE(Decimal::from_double(NAN).has_value());
  CHECK(decimal("0.1").to_double() == 0.1);
  CHECK(decimal("0.1").to_float() == 0.1F);
}

TEST_CASE("random decimals: text, doubles and arithmetic agree") {
  std::mt19937_64 random(42);
  for (int i = 0; i < 500; ++i) {
    const Decimal a(static_cast<std::int64_t>(random()), static_cast<unsigned>(random() % 30));
    const Decimal b(static_cast<std::int64_t>(random()) >> (random() % 60),
                    static_cast<unsigned>(random() % 30));
    CHECK(decimal(a.to_string()) == a);
    CHECK((a + b) - b == a);
    CHECK(a * b == b * a);
    CHECK((a < b) == ((a - b).sign() < 0));
    if (b.sign() != 0 && a.scale() <= Decimal::kDivisionDigits) CHECK(*divide(a * b, b) == a);
    const double x = std::bit_cast<double>(random());
    if (std::isfinite(x)) CHECK(Decimal::from_double(x)->to_double() == x);
  }
}

TEST_CASE("datatypes are found by IRI; derived integers have bounds") {
  using dossier::xsd::find_datatype;
  const std::string xsd = "http://www.w3.org/2001/XMLSchema#";
  CHECK(find_datatype(xsd + "nothing") == nullptr);
  CHECK(find_datatype("integer") == nullptr);
  REQUIRE(find_datatype(xsd + "unsignedByte") != nullptr);
  CHECK(in_bounds(*find_datatype(xsd + "unsignedByte"), 255));
  CHECK_FALSE(in_bounds(*find_datatype(xsd + "unsignedByte"), 256));
  CHECK_FALSE(in_bounds(*find_datatype(xsd + "negativeInteger"), 0));
  CHECK(in_bounds(*find_datatype(xsd + "unsignedLong"), integer("18446744073709551615")));
  CHECK_FALSE(in_bounds(*find_datatype(xsd + "unsignedLong"), integer("18446744073709551616")));
}
