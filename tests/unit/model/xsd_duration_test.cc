// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/xsd/duration.h"
#include "model/xsd/gregorian.h"

using namespace dossier::xsd;

namespace {

Duration duration(std::string_view text) {
  INFO(text);
  const auto value = Duration::parse(text);
  REQUIRE(value.has_value());
  return *value;
}

DateTime moment(std::string_view text) {
  INFO(text);
  const auto value = DateTime::parse(text);
  REQUIRE(value.has_value());
  return *value;
}

}  // namespace

TEST_CASE("durations: legal forms and their canonical form") {
  const std::pair<const char*, const char*> rows[] = {{"P1Y2M3DT4H5M6.7S", "P1Y2M3DT4H5M6.7S"},
                                                      {"P14M", "P1Y2M"},
                                                      {"PT36H", "P1DT12H"},
                                                      {"PT90S", "PT1M30S"},
                                                      {"-P1D", "-P1D"},
                                                      {"P0D", "PT0S"},
                                                      {"-PT0.0S", "PT0S"},
                                                      {"PT0.000000001S", "PT0.000000001S"},
                                                      {"PT1.50S", "PT1.5S"},
                                                      {"P1Y1D", "P1Y1D"},
                                                      {"-P1Y1DT0.5S", "-P1Y1DT0.5S"},
                                                      {"PT86400S", "P1D"},
                                                      {"P100000000D", "P100000000D"}};
  for (const auto& [text, canonical] : rows) CHECK(duration(text).to_string() == canonical);
  CHECK(Duration{}.to_string(DurationKind::year_month) == "P0M");
}

TEST_CASE("durations: illegal forms") {
  for (const char* text : {"",
                           "P",
                           "-P",
                           "PT",
                           "P1",
                           "1D",
                           "P1DT",
                           "P1M1Y",
                           "PT1M1H",
                           "P-1D",
                           "P1.5D",
                           "PT.5S",
                           "PT5.S",
                           "PT1.5M",
                           "P1S",
                           "p1d",
                           "P1D ",
                           "+P1D",
                           "P99999999999999999999Y",
                           "PT1.0000000001S",
                           "P1DT1H1"}) {
    INFO(text);
    CHECK_FALSE(Duration::parse(text).has_value());
  }
  CHECK_FALSE(Duration::parse("P1Y", DurationKind::day_time).has_value());
  CHECK_FALSE(Duration::parse("P1YT1S", DurationKind::day_time).has_value());
  CHECK_FALSE(Duration::parse("P1D", DurationKind::year_month).has_value());
  CHECK(Duration::parse("P1M", DurationKind::year_month).has_value());
  CHECK(Duration::parse("P1DT1S", DurationKind::day_time).has_value());
}

TEST_CASE("order of durations is partial") {
  using Order = std::partial_ordering;
  struct Row {
    const char* a;
    const char* b;
    Order order;
  };
  const Row rows[] = {{"P1Y", "P12M", Order::equivalent}, {"P1D", "PT24H", Order::equivalent},
                      {"P1M", "P30D", Order::unordered},  {"P1M", "P27D", Order::greater},
                      {"P1M", "P32D", Order::less},       {"P1Y", "P365D", Order::unordered},
                      {"P5M", "P153D", Order::unordered}, {"P5M", "P154D", Order::less},
                      {"-P1D", "P0D", Order::less},       {"PT1S", "PT1.1S", Order::less}};
  for (const Row& row : rows) {
    INFO(row.a << " <=> " << row.b);
    CHECK((duration(row.a) <=> duration(row.b)) == row.order);
  }
}

TEST_CASE("moment plus duration") {
  struct Row {
    const char *moment, *duration, *sum;
  };
  const Row rows[] = {{"2000-01-12T12:13:14Z", "P1Y3M5DT7H10M3.3S", "2001-04-17T19:23:17.3Z"},
                      {"2000-01-31T00:00:00", "P1M", "2000-02-29T00:00:00"},
                      {"2001-01-31T00:00:00", "P1M", "2001-02-28T00:00:00"},
                      {"2000-03-31T00:00:00", "-P1M", "2000-02-29T00:00:00"},
                      {"2000-01-01T00:00:00Z", "-PT1S", "1999-12-31T23:59:59Z"},
                      {"0001-01-01T00:00:00", "-P1Y", "0000-01-01T00:00:00"},
                      {"1970-01-01T00:00:00.5", "-PT0.75S", "1969-12-31T23:59:59.75"}};
  for (const Row& row : rows) {
    INFO(row.moment << " + " << row.duration);
    const auto sum = add(moment(row.moment), duration(row.duration));
    REQUIRE(sum.has_value());
    CHECK(sum->to_string() == row.sum);
  }
  CHECK_FALSE(add(moment("2000-01-01T00:00:00"), duration("P2000000000Y")).has_value());
  CHECK_FALSE(add(moment("2000-01-01T00:00:00"), duration("P900000000000D")).has_value());
  CHECK(add(*Date::parse("2000-02-28Z"), duration("PT47H"))->to_string() == "2000-02-29Z");
  CHECK(add(*Date::parse("2000-03-01"), duration("-PT1S"))->to_string() == "2000-02-29");
  CHECK(add(*Time::parse("23:00:00"), duration("PT2H")).to_string() == "01:00:00");
  CHECK(add(*Time::parse("01:00:00Z"), duration("-P1DT2H")).to_string() == "23:00:00Z");
}

TEST_CASE("differences") {
  CHECK(difference(moment("2000-10-30T06:12:00-05:00"), moment("1999-11-28T09:00:00Z"))
            ->to_string() == "P337DT2H12M");
  CHECK(difference(moment("2000-01-01T00:00:00"), moment("2000-01-01T00:00:00.5"))->to_string() ==
        "-PT0.5S");
  CHECK_FALSE(
      difference(moment("2000-01-01T00:00:00"), moment("2000-01-01T00:00:00Z")).has_value());
}

TEST_CASE("duration arithmetic") {
  CHECK(multiply(duration("P2Y11M"), *Decimal::parse("2.3"))->to_string() == "P6Y9M");
  CHECK(multiply(duration("PT2H10M"), *Decimal::parse("2.1"))->to_string() == "PT4H33M");
  CHECK(divide(duration("P1DT2H30M10.5S"), *Decimal::parse("1.5"))->to_string() == "PT17H40M7S");
  CHECK(divide(duration("P2Y11M"), *Decimal::parse("1.5"))->to_string() == "P1Y11M");
  CHECK_FALSE(divide(duration("P1D"), Decimal()).has_value());
  CHECK_FALSE(multiply(duration("P1Y"), Decimal(Integer::power_of_ten(30))).has_value());
  CHECK(add(duration("P1Y11M"), duration("-P3Y3M"))->to_string() == "-P1Y4M");
}

TEST_CASE("partial dates: forms and order") {
  using Kind = Gregorian::Kind;
  struct Row {
    Kind kind;
    const char *text, *canonical;
  };
  const Row rows[] = {{Kind::year, "2024", "2024"},
                      {Kind::year, "-0044+00:00", "-0044Z"},
                      {Kind::year_month, "2024-02", "2024-02"},
                      {Kind::year_month, "12024-02-05:00", "12024-02-05:00"},
                      {Kind::month, "--02", "--02"},
                      {Kind::month_day, "--02-29Z", "--02-29Z"},
                      {Kind::day, "---31", "---31"}};
  for (const Row& row : rows) {
    INFO(row.text);
    const auto value = Gregorian::parse(row.kind, row.text);
    REQUIRE(value.has_value());
    CHECK(value->to_string() == row.canonical);
  }
  const std::pair<Kind, const char*> bad[] = {
      {Kind::year, "24"},           {Kind::year, "02024"},
      {Kind::year_month, "2024"},   {Kind::year_month, "2024-13"},
      {Kind::month, "--2"},         {Kind::month, "02"},
      {Kind::month_day, "--02-30"}, {Kind::day, "---32"},
      {Kind::day, "--01"},          {Kind::year, "2024-02"}};
  for (const auto& [kind, text] : bad) {
    INFO(text);
    CHECK_FALSE(Gregorian::parse(kind, text).has_value());
  }
  CHECK(*Gregorian::parse(Kind::year, "2023") < *Gregorian::parse(Kind::year, "2024"));
  CHECK(*Gregorian::parse(Kind::day, "---05") < *Gregorian::parse(Kind::day, "---06"));
  CHECK_FALSE(*Gregorian::parse(Kind::year, "2024") == *Gregorian::parse(Kind::year, "2024Z"));
}
