// SPDX-License-Identifier: Apache-2.0
// Times of day behind dates, and days in words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::extract {

struct ClockTime {
  std::string time;     ///< "19:00:00"
  std::size_t end = 0;  ///< behind it
};

/// The time that stands behind a date which ends at `at`: ", 7:00 p.m.", " | 19:00 GMT", "T19:00".
std::optional<ClockTime> clock_behind(std::u32string_view text, std::size_t at);

/// 1 for "first" to 19, 20 and 30; 0 for other words. In lower case.
int ordinal_number(std::string_view word);

/// "fifth" or "twenty-fifth" at `at`, where "day" follows.
struct DayInWords {
  int day = 0;
  std::size_t end = 0;  ///< behind the number
};
std::optional<DayInWords> day_in_words_at(std::u32string_view text, std::size_t at);

/// 1 for "I" to 12 for "XII", as months may be written; 0 for other words.
int roman_number(std::u32string_view word);

}  // namespace dossier::extract
