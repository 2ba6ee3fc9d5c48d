// SPDX-License-Identifier: Apache-2.0
#include "extract/conflict/period.h"

#include <catch2/catch.hpp>

#include "extract/graph/time_bounds.h"

using dossier::extract::bounds_of;
using dossier::extract::first_day;
using dossier::extract::last_day;
using dossier::extract::Period;

TEST_CASE("times meet or don't", "[conflict]") {
  const auto of = [](const std::string& time) {
    return *Period::between(first_day(time), last_day(time));
  };
  const auto meet = [&](const std::string& a, const std::string& b) { return of(a).meets(of(b)); };
  CHECK(meet("2020", "2020-05"));
  CHECK(meet("2020-05-31", "2020-05"));
  CHECK(meet("2020-05-03", "2020-05-03T10:00:00"));
  CHECK_FALSE(meet("2019", "2020-05"));
  CHECK_FALSE(meet("2020-05", "2020-06-01"));
  CHECK(Period::between("2018-01-01", "2020-12-31")->meets(of("2019-07")));
  CHECK(Period::between("", "2020-12-31")->meets(of("1990")));
  CHECK_FALSE(Period::between("", "2020-12-31")->meets(of("2021")));
  CHECK(Period::between("2018-01-01", "")->meets(of("2030")));
  CHECK_FALSE(Period::between("", ""));
  CHECK(Period::year_of("2020-05-03")->meets(of("2020-12-31")));
  CHECK_FALSE(Period::year_of(""));
}

TEST_CASE("a time begins and ends on days", "[time]") {
  CHECK(first_day("2020") == "2020-01-01");
  CHECK(last_day("2020") == "2020-12-31");
  CHECK(last_day("2020-02") == "2020-02-29");
  CHECK(last_day("2021-02") == "2021-02-28");
  CHECK(first_day("2021-02-03") == "2021-02-03");
  CHECK(last_day("2021-02-03T10:00:00") == "2021-02-03");
  for (const char* const none : {"", "some time ago", "2021-13", "2021-02-30", "20x1"}) {
    CHECK(first_day(none).empty());
    CHECK(last_day(none).empty());
  }
  dossier::extract::TimeExpression time;
  time.value = "2018";
  time.open_end = true;
  CHECK(bounds_of(time).from == "2018-01-01");
  CHECK(bounds_of(time).to.empty());
  time = {};
  time.value_end = "2018";
  time.open_begin = true;
  CHECK(bounds_of(time).from.empty());
  CHECK(bounds_of(time).to == "2018-12-31");
  time = {};
  time.value = "2018-03";
  time.value_end = "2018-05";
  CHECK(bounds_of(time).from == "2018-03-01");
  CHECK(bounds_of(time).to == "2018-05-31");
  CHECK(bounds_of({}).from.empty());
  CHECK(bounds_of({}).to.empty());
}
