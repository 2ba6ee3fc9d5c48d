// SPDX-License-Identifier: Apache-2.0
#include "extract/conflict/period.h"

#include <catch2/catch.hpp>

using dossier::extract::Period;

TEST_CASE("times meet or don't", "[conflict]") {
  const auto meet = [](const std::string& a, const std::string& b) {
    return Period::of(a)->meets(*Period::of(b));
  };
  CHECK(meet("2020", "2020-05"));
  CHECK(meet("2020-05-31", "2020-05"));
  CHECK(meet("2020-05-03", "2020-05-03T10:00:00"));
  CHECK_FALSE(meet("2019", "2020-05"));
  CHECK_FALSE(meet("2020-05", "2020-06-01"));
  CHECK(Period::of("2018", "2020")->meets(*Period::of("2019-07")));
  CHECK(Period::of("", "2020")->meets(*Period::of("1990")));
  CHECK_FALSE(Period::of("", "2020")->meets(*Period::of("2021")));
  CHECK_FALSE(Period::of("some time ago"));
  CHECK_FALSE(Period::of(""));
  CHECK(Period::year_of("2020-05-03")->meets(*Period::of("2020-12-31")));
}
