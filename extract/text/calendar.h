// SPDX-License-Identifier: Apache-2.0
// Months, weekdays and ISO dates, shared by the reader's date lines and the analyser's time
// expressions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::extract {

/// A calendar day, proleptic Gregorian.
struct Day {
  int year = 0;
  int month = 1;
  int day = 1;

  friend bool operator==(const Day&, const Day&) = default;
};

/// 1 to 12 for "november", "nov", "sept"; 0 for other words. In lower case, without a stop.
int month_number(std::string_view word);
/// 1 (Monday) to 7 for "monday", "mon"; 0 for other words. In lower case, without a stop.
int weekday_number(std::string_view word);

bool is_valid(const Day& day);
int days_in_month(int year, int month);
/// Days since 1970-01-01.
std::int64_t to_day_number(const Day& day);
Day from_day_number(std::int64_t number);
Day add_days(const Day& day, std::int64_t count);
/// The same day of another month, or that month's last.
Day add_months(const Day& day, int count);
int weekday_of(const Day& day);  ///< 1 (Monday) to 7

std::string iso_day(const Day& day);         ///< "2020-11-20"
std::string iso_month(int year, int month);  ///< "2020-11"
std::string iso_year(int year);              ///< "2020"
std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace dossier::extract
