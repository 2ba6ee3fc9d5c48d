// SPDX-License-Identifier: Apache-2.0
#include "desk/views/periods.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

#include "dossier/fact_views.h"

namespace dossier {
namespace {

constexpr std::size_t kYear = 4;
constexpr std::size_t kMonth = 7;
constexpr std::size_t kDay = 10;
constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array kWholeMonths{"January",   "February", "March",    "April",
                                  "May",       "June",     "July",     "August",
                                  "September", "October",  "November", "December"};

struct Date {
  int year = 0;
  unsigned month = 0, day = 0;  ///< 0: not so precise
};

unsigned number(std::string_view text) {
  unsigned out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

/// "2024", "2024-03", "2024-03-11" and what begins so; none for anything else.
std::optional<Date> parse(std::string_view text) {
  if (text.size() < kYear || number(text.substr(0, kYear)) == 0) return std::nullopt;
  Date out;
  out.year = static_cast<int>(number(text.substr(0, kYear)));
  if (text.size() >= kMonth && text[kYear] == '-') out.month = number(text.substr(kYear + 1, 2));
  if (out.month > kMonths.size()) return std::nullopt;
  if (text.size() >= kDay && out.month > 0) out.day = number(text.substr(kMonth + 1, 2));
  return out;
}

unsigned last_day(const Date& date) {
  const auto last =
      std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::last;
  return static_cast<unsigned>(last.day());
}

std::string words(const Date& date) {
  if (date.month == 0) return std::to_string(date.year);
  if (date.day == 0) return fmt::format("{} {}", kWholeMonths[date.month - 1], date.year);
  return fmt::format("{} {} {}", date.day, kMonths[date.month - 1], date.year);
}

/// A whole month or year that begins and ends on its days is called by its name.
std::string between(const Date& from, const Date& to) {
  const bool same_year = from.year == to.year;
  const bool same_month = same_year && from.month == to.month;
  if (same_month && from.day == to.day) return words(from);
  const bool to_end = to.day == last_day(to);
  if (same_month && from.day == 1 && to_end) return words({from.year, from.month, 0});
  if (from.day == 1 && to_end && from.month == 1 && to.month == kMonths.size())
    return same_year ? words({from.year, 0, 0}) : fmt::format("{}–{}", from.year, to.year);
  if (same_month) return fmt::format("{}–{}", from.day, words(to));
  if (same_year) return fmt::format("{} {} – {}", from.day, kMonths[from.month - 1], words(to));
  return words(from) + " – " + words(to);
}

/// As precise as `time` is, when that is the same beginning.
Date rounded(const Date& date, std::string_view time, std::string_view day) {
  const bool same = !time.empty() && day.starts_with(time.substr(0, std::min(time.size(), kDay)));
  if (!same) return date;
  return {date.year, time.size() < kMonth ? 0 : date.month, time.size() < kDay ? 0 : date.day};
}

std::string bound(std::string_view text, bool end) {
  const std::optional<Date> date = parse(text);
  if (!date) return {};
  const unsigned month =
      date->month != 0 ? date->month : (end ? static_cast<unsigned>(kMonths.size()) : 1);
  const unsigned day = date->day != 0 ? date->day : (end ? last_day({date->year, month, 0}) : 1);
  return fmt::format("{:04}-{:02}-{:02}", date->year, month, day);
}

}  // namespace

std::string first_day(std::string_view time) { return bound(time, false); }

std::string last_day(std::string_view time) { return bound(time, true); }

std::string time_words(std::string_view time) {
  const std::optional<Date> date = parse(time);
  return date ? words(*date) : std::string(time);
}

std::string period_text(const Period& period) {
  const std::optional<Date> from = parse(period.from);
  const std::optional<Date> to = parse(period.to);
  if (from && to && from->day != 0 && to->day != 0) return between(*from, *to);
  if (from && !to) return "since " + words(rounded(*from, period.time, period.from));
  if (to) return "until " + words(*to);
  if (!period.time.empty()) return time_words(period.time);
  return period.text;
}

}  // namespace dossier
