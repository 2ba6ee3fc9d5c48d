// SPDX-License-Identifier: Apache-2.0
#include "model/xsd/date_time.h"

namespace dossier::xsd {
namespace {

constexpr Nanoseconds kFourteenHours = Nanoseconds{14 * 3600} * kNanosPerSecond;

struct TimeOfDay {
  std::int64_t second = 0;  ///< 86,400 for 24:00:00
  std::uint32_t nanosecond = 0;
};

bool take_fraction(std::string_view& text, std::uint32_t& nanosecond) {
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    const auto digit = static_cast<std::uint32_t>(text[digits] - '0');
    if (digits < 9) nanosecond = nanosecond * 10 + digit;
    if (digits >= 9 && digit != 0) return false;
  }
  for (std::size_t i = digits; i < 9; ++i) nanosecond *= 10;
  text.remove_prefix(digits);
  return digits > 0;
}

bool take_time(std::string_view& text, TimeOfDay& time) {
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
  if (!lexical::take_two(text, 0, 24, hour) || !lexical::take_char(text, ':') ||
      !lexical::take_two(text, 0, 59, minute) || !lexical::take_char(text, ':') ||
      !lexical::take_two(text, 0, 59, second)) {
    return false;
  }
  if (lexical::take_char(text, '.') && !take_fraction(text, time.nanosecond)) return false;
  time.second = std::int64_t{hour} * 3600 + minute * 60 + second;
  return hour < 24 || (time.second == kSecondsPerDay && time.nanosecond == 0);
}

bool take_date(std::string_view& text, std::int64_t& day) {
  CivilDate date;
  if (!lexical::take_year(text, date.year) || !lexical::take_char(text, '-') ||
      !lexical::take_two(text, 1, 12, date.month) || !lexical::take_char(text, '-') ||
      !lexical::take_two(text, 1, days_in_month(date.year, date.month), date.day)) {
    return false;
  }
  day = days_from_civil(date);
  return true;
}

void append_date(std::string& out, std::int64_t day) {
  const CivilDate date = civil_from_days(day);
  lexical::append_year(out, date.year);
  out += '-';
  lexical::append_two(out, date.month);
  out += '-';
  lexical::append_two(out, date.day);
}

void append_time(std::string& out, std::int64_t second, std::uint32_t nanosecond) {
  lexical::append_two(out, static_cast<unsigned>(second / 3600));
  out += ':';
  lexical::append_two(out, static_cast<unsigned>(second / 60 % 60));
  out += ':';
  lexical::append_two(out, static_cast<unsigned>(second % 60));
  lexical::append_fraction(out, nanosecond);
}

std::partial_ordering compare(Nanoseconds a, bool a_has_zone, Nanoseconds b, bool b_has_zone) {
  if (a_has_zone == b_has_zone) {
    return a < b   ? std::partial_ordering::less
           : a > b ? std::partial_ordering::greater
                   : std::partial_ordering::equivalent;
  }
  if (b - a > kFourteenHours) return std::partial_ordering::less;
  if (a - b > kFourteenHours) return std::partial_ordering::greater;
  return std::partial_ordering::unordered;
}

}  // namespace

namespace lexical {

bool take_char(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

bool take_year(std::string_view& text, std::int64_t& year) {
  const bool negative = take_char(text, '-');
  std::size_t digits = 0;
  year = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    year = year * 10 + (text[digits++] - '0');
    if (year > kMaxYear) return false;
  }
  if (digits < 4 || (digits > 4 && text.front() == '0')) return false;
  text.remove_prefix(digits);
  if (negative) year = -year;
  return true;
}

bool take_two(std::string_view& text, unsigned low, unsigned high, unsigned& value) {
  if (text.size() < 2) return false;
  const auto tens = static_cast<unsigned>(text[0]) - '0';
  const auto ones = static_cast<unsigned>(text[1]) - '0';
  if (tens > 9 || ones > 9) return false;
  value = tens * 10 + ones;
  text.remove_prefix(2);
  return low <= value && value <= high;
}

bool take_zone(std::string_view text, Zone& zone) {
  zone.reset();
  if (text.empty()) return true;
  if (text == "Z") {
    zone = std::int16_t{0};
    return true;
  }
  const bool east = text.front() == '+';
  if (!east && text.front() != '-') return false;
  text.remove_prefix(1);
  unsigned hour = 0;
  unsigned minute = 0;
  if (!take_two(text, 0, 14, hour) || !take_char(text, ':') ||
      !take_two(text, 0, hour == 14 ? 0 : 59, minute) || !text.empty()) {
    return false;
  }
  const auto minutes = static_cast<int>(hour * 60 + minute);
  zone = static_cast<std::int16_t>(east ? minutes : -minutes);
  return true;
}

void append_two(std::string& out, unsigned value) {
  out += static_cast<char>('0' + value / 10);
  out += static_cast<char>('0' + value % 10);
}

void append_year(std::string& out, std::int64_t year) {
  if (year < 0) out += '-';
  const std::string digits = std::to_string(year < 0 ? -year : year);
  if (digits.size() < 4) out.append(4 - digits.size(), '0');
  out += digits;
}

void append_zone(std::string& out, const Zone& zone) {
  if (!zone) return;
  if (*zone == 0) {
    out += 'Z';
    return;
  }
  const auto minutes = static_cast<unsigned>(*zone < 0 ? -*zone : *zone);
  out += *zone < 0 ? '-' : '+';
  append_two(out, minutes / 60);
  out += ':';
  append_two(out, minutes % 60);
}

void append_fraction(std::string& out, std::uint32_t nanosecond) {
  if (nanosecond == 0) return;
  std::string digits = std::to_string(nanosecond + kNanosPerSecond);  // keeps leading zeros
  digits.front() = '.';
  digits.erase(digits.find_last_not_of('0') + 1);
  out += digits;
}

}  // namespace lexical

std::optional<DateTime> DateTime::parse(std::string_view text) {
  std::int64_t day = 0;
  TimeOfDay time;
  DateTime value;
  if (!take_date(text, day) || !lexical::take_char(text, 'T') || !take_time(text, time) ||
      !lexical::take_zone(text, value.zone)) {
    return std::nullopt;
  }
  value.second = day * kSecondsPerDay + time.second;
  value.nanosecond = time.nanosecond;
  return value;
}

std::string DateTime::to_string() const {
  std::string out;
  append_date(out, floor_divide(second, kSecondsPerDay));
  out += 'T';
  append_time(out, second_of_day(), nanosecond);
  lexical::append_zone(out, zone);
  return out;
}

Nanoseconds DateTime::timeline() const {
  return local() - Nanoseconds{zone.value_or(std::int16_t{0})} * 60 * kNanosPerSecond;
}

std::optional<DateTime> DateTime::from_local(Nanoseconds local, Zone zone) {
  Nanoseconds second = local / kNanosPerSecond;
  Nanoseconds nanosecond = local % kNanosPerSecond;
  if (nanosecond < 0) {
    nanosecond += kNanosPerSecond;
    --second;
  }
  constexpr std::int64_t kLimit = days_from_civil({kMaxYear, 12, 31}) * kSecondsPerDay;
  if (second > kLimit || second < -kLimit) return std::nullopt;
  return DateTime{static_cast<std::int64_t>(second), static_cast<std::uint32_t>(nanosecond), zone};
}

std::optional<Date> Date::parse(std::string_view text) {
  Date value;
  if (!take_date(text, value.day) || !lexical::take_zone(text, value.zone)) return std::nullopt;
  return value;
}

std::string Date::to_string() const {
  std::string out;
  append_date(out, day);
  lexical::append_zone(out, zone);
  return out;
}

std::optional<Time> Time::parse(std::string_view text) {
  TimeOfDay time;
  Time value;
  if (!take_time(text, time) || !lexical::take_zone(text, value.zone)) return std::nullopt;
  value.second = static_cast<std::uint32_t>(time.second % kSecondsPerDay);
  value.nanosecond = time.nanosecond;
  return value;
}

std::string Time::to_string() const {
  std::string out;
  append_time(out, second, nanosecond);
  lexical::append_zone(out, zone);
  return out;
}

DateTime Time::reference() const {
  constexpr std::int64_t kDay = days_from_civil({1972, 12, 31});
  return {kDay * kSecondsPerDay + second, nanosecond, zone};
}

std::partial_ordering operator<=>(const DateTime& a, const DateTime& b) {
  return compare(a.timeline(), a.zone.has_value(), b.timeline(), b.zone.has_value());
}
std::partial_ordering operator<=>(const Date& a, const Date& b) { return a.start() <=> b.start(); }
std::partial_ordering operator<=>(const Time& a, const Time& b) {
  return a.reference() <=> b.reference();
}

}  // namespace dossier::xsd
