// SPDX-License-Identifier: Apache-2.0
// The days on which a time begins and ends, so that times of every precision sort and filter.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"

namespace dossier::extract {

/// Of an ISO day, month or year, also one with a time of day: its first or last day as
/// "2020-11-30". Empty for what is none.
std::string first_day(std::string_view time);
std::string last_day(std::string_view time);

/// Days as first_day() has them; empty: open, or unknown.
struct TimeBounds {
  std::string from, to;
};

/// "since 2018" has no end, "until 2018" no beginning, an expression without values neither.
TimeBounds bounds_of(const TimeExpression& time);

}  // namespace dossier::extract
