// SPDX-License-Identifier: Apache-2.0
#include "extract/graph/time_bounds.h"

#include <optional>

#include "extract/text/calendar.h"

namespace dossier::extract {

namespace {

constexpr std::size_t kYear = 4, kMonth = 7, kDay = 10;

/// The last day of a year or month is not the same everywhere, the first one is.
std::string completed(std::string_view time, bool last) {
  const std::string text(time.substr(0, kDay));
  if (text.size() == kDay) return parse_iso_day(text) ? text : std::string();
  if (text.size() != kMonth && text.size() != kYear) return {};
  const std::string first = text.size() == kYear ? text + "-01-01" : text + "-01";
  const std::optional<Day> day = parse_iso_day(first);
  if (!day || !last) return day ? first : std::string();
  if (text.size() == kYear) return text + "-12-31";
  return iso_day({day->year, day->month, days_in_month(day->year, day->month)});
}

}  // namespace

std::string first_day(std::string_view time) { return completed(time, false); }
std::string last_day(std::string_view time) { return completed(time, true); }

TimeBounds bounds_of(const TimeExpression& time) {
  TimeBounds bounds;
  if (!time.value.empty()) bounds.from = first_day(time.value);
  if (!time.open_end) bounds.to = last_day(time.value_end.empty() ? time.value : time.value_end);
  return bounds;
}

}  // namespace dossier::extract
