// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/xsd/date_time.h"

namespace xsd = dossier::xsd;

TEST_CASE("days and civil dates are one to one") {
  for (std::int64_t day = -800'000; day < 800'000; day += 37) {
    CHECK(xsd::days_from_civil(xsd::civil_from_days(day)) == day);
  }
  CHECK(xsd::civil_from_days(0) == xsd::CivilDate{1970, 1, 1});
  CHECK(xsd::civil_from_days(-719'468) == xsd::CivilDate{0, 3, 1});
  CHECK(xsd::civil_from_days(-719'469) == xsd::CivilDate{0, 2, 29});
}

TEST_CASE("dateTime: legal forms and their canonical form") {
  const std::pair<const char*, const char*> rows[] = {
      {"2024-02-29T12:30:00", "2024-02-29T12:30:00"},
      {"2024-12-31T24:00:00Z", "2025-01-01T00:00:00Z"},
      {"2024-01-01T00:00:00.500", "2024-01-01T00:00:00.5"},
      {"2024-01-01T00:00:00.123456789", "2024-01-01T00:00:00.123456789"},
      {"2024-01-01T00:00:00.1234567890", "2024-01-01T00:00:00.123456789"},
      {"2024-01-01T00:00:00+00:00", "2024-01-01T00:00:00Z"},
      {"2024-01-01T00:00:00-00:00", "2024-01-01T00:00:00Z"},
      {"2024-01-01T00:00:00+14:00", "2024-01-01T00:00:00+14:00"},
      {"2024-01-01T00:00:00-05:30", "2024-01-01T00:00:00-05:30"},
      {"-0044-03-15T12:00:00", "-0044-03-15T12:00:00"},
      {"-0000-01-01T00:00:00", "0000-01-01T00:00:00"},
      {"12024-01-01T00:00:00", "12024-01-01T00:00:00"},
      {"0000-02-29T00:00:00", "0000-02-29T00:00:00"}};
  for (const auto& [lexical, canonical] : rows) {
    INFO(lexical);
    const auto value = xsd::DateTime::parse(lexical);
    REQUIRE(value.has_value());
    CHECK(value->to_string() == canonical);
  }
}

TEST_CASE("dateTime, date and time: illegal forms") {
  for (const char* text : {"",
                           "2024-01-01",
                           "2024-01-01T",
                           "2024-01-01T00:00",
                           "2024-1-01T00:00:00",
                           "2024-02-30T00:00:00",
                           "2023-02-29T00:00:00",
                           "1900-02-29T00:00:00",
                           "2024-13-01T00:00:00",
                           "2024-00-01T00:00:00",
                           "2024-01-00T00:00:00",
                           "2024-01-01T24:00:01",
                           "2024-01-01T24:00:00.1",
                           "2024-01-01T00:60:00",
                           "2024-01-01T00:00:60",
                           "2024-01-01T00:00:00.",
                           "2024-01-01T00:00:00+14:01",
                           "2024-01-01T00:00:00+15:00",
                           "2024-01-01T00:00:00z",
                           "024-01-01T00:00:00",
                           "02024-01-01T00:00:00",
                           "+2024-01-01T00:00:00",
                           "2024-01-01 00:00:00",
                           "2024-01-01T00:00:00 ",
                           "2024-01-01T00:00:00.1234567891",
                           "99999999999-01-01T00:00:00"}) {
    INFO(text);
    CHECK_FALSE(xsd::DateTime::parse(text).has_value());
  }
  for (const char* text : {"", "2024-01", "2024-01-32", "2024-01-01T00:00:00", "2024-01-01+1:00"}) {
    INFO(text);
    CHECK_FALSE(xsd::Date::parse(text).has_value());
  }
  for (const char* text : {"", "00:00", "25:00:00", "24:00:01", "1:00:00", "00:00:00+"}) {
    INFO(text);
    CHECK_FALSE(xsd::Time::parse(text).has_value());
  }
}

TEST_CASE("date and time: canonical forms") {
  CHECK(xsd::Date::parse("2024-02-29+02:00")->to_string() == "2024-02-29+02:00");
  CHECK(xsd::Date::parse("-0001-12-31Z")->to_string() == "-0001-12-31Z");
  CHECK(xsd::Time::parse("24:00:00")->to_string() == "00:00:00");
  CHECK(xsd::Time::parse("23:59:59.990-08:00")->to_string() == "23:59:59.99-08:00");
}

TEST_CASE("order: on the timeline with zones, by reading without, undecided in between") {
  using Order = std::partial_ordering;
  struct Row {
    const char* a;
    const char* b;
    Order order;
  };
  const Row rows[] = {{"2024-01-01T12:00:00Z", "2024-01-01T13:00:00+01:00", Order::equivalent},
                      {"2024-01-01T12:00:00Z", "2024-01-01T12:00:00+01:00", Order::greater},
                      {"2024-01-01T12:00:00", "2024-01-01T12:00:00.000000001", Order::less},
                      {"2024-01-01T12:00:00", "2024-01-01T12:00:00Z", Order::unordered},
                      {"2024-01-01T12:00:00", "2024-01-02T02:00:00Z", Order::unordered},
                      {"2024-01-01T12:00:00", "2024-01-02T02:00:01Z", Order::less},
                      {"2024-01-02T02:00:01Z", "2024-01-01T12:00:00", Order::greater},
                      {"-0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", Order::less}};
  for (const Row& row : rows) {
    INFO(row.a << " <=> " << row.b);
    CHECK((*xsd::DateTime::parse(row.a) <=> *xsd::DateTime::parse(row.b)) == row.order);
  }
  CHECK(*xsd::Date::parse("2024-01-01") < *xsd::Date::parse("2024-01-02"));
  CHECK((*xsd::Date::parse("2024-01-01") <=> *xsd::Date::parse("2024-01-01Z")) == Order::unordered);
  CHECK(*xsd::Time::parse("08:00:00+09:00") < *xsd::Time::parse("17:00:00-06:00"));
  CHECK(*xsd::Time::parse("10:00:00Z") == *xsd::Time::parse("12:00:00+02:00"));
}
