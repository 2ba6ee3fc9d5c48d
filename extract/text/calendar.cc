// SPDX-License-Identifier: Apache-2.0
#include "extract/text/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "model/xsd/calendar.h"

namespace dossier::extract {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/// Index from 1 of the name that `word` is or abbreviates to three letters.
template <std::size_t N>
int position(const std::array<std::string_view, N>& names, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (word == names[i] || word == names[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool parse_number(std::string_view text, int& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

int month_number(std::string_view word) { return word == "sept" ? 9 : position(kMonths, word); }

int weekday_number(std::string_view word) {
  if (word == "tues") return 2;
  if (word == "thur" || word == "thurs") return 4;
  return position(kWeekdays, word);
}

bool is_valid(const Day& day) {
  return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= days_in_month(day.year, day.month);
}

int days_in_month(int year, int month) {
  return static_cast<int>(xsd::days_in_month(year, static_cast<unsigned>(month)));
}

std::int64_t to_day_number(const Day& day) {
  return xsd::days_from_civil(
      {day.year, static_cast<unsigned>(day.month), static_cast<unsigned>(day.day)});
}

Day from_day_number(std::int64_t number) {
  const xsd::CivilDate date = xsd::civil_from_days(number);
  return {static_cast<int>(date.year), static_cast<int>(date.month), static_cast<int>(date.day)};
}

Day add_days(const Day& day, std::int64_t count) {
  return from_day_number(to_day_number(day) + count);
}

Day add_months(const Day& day, int count) {
  const int months = day.year * 12 + day.month - 1 + count;
  const int year = months / 12;
  const int month = months % 12 + 1;
  return {year, month, std::min(day.day, days_in_month(year, month))};
}

int weekday_of(const Day& day) {
  // 1970-01-01 was a Thursday.
  return static_cast<int>(xsd::floor_modulo(to_day_number(day) + 3, 7)) + 1;
}

std::string iso_day(const Day& day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}
std::string iso_month(int year, int month) { return fmt::format("{:04}-{:02}", year, month); }
std::string iso_year(int year) { return fmt::format("{:04}", year); }

std::optional<Day> parse_iso_day(std::string_view text) {
  Day day;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!parse_number(text.substr(0, 4), day.year) || !parse_number(text.substr(5, 2), day.month) ||
      !parse_number(text.substr(8, 2), day.day) || !is_valid(day)) {
    return std::nullopt;
  }
  return day;
}

}  // namespace dossier::extract
