// SPDX-License-Identifier: Apache-2.0
#include "model/xsd/duration.h"

#include <array>
#include <limits>

namespace dossier::xsd {
namespace {

constexpr Nanoseconds kNanosPerDay = Nanoseconds{kSecondsPerDay} * kNanosPerSecond;
constexpr __int128 kMaxMonths = __int128{1} << 62;
constexpr Nanoseconds kMaxNanoseconds = (Nanoseconds{1} << 63) * kNanosPerSecond;

/// "nU", a whole number and its unit; `count` stays 0 if something else follows.
struct Field {
  bool present = false;
  __int128 count = 0;
};

/// False when the number is out of range.
bool take_field(std::string_view& text, char unit, Field& field) {
  std::size_t digits = 0;
  __int128 count = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    count = count * 10 + (text[digits] - '0');
    if (count > kMaxMonths) return false;
  }
  if (digits == 0 || digits == text.size() || text[digits] != unit) return true;
  text.remove_prefix(digits + 1);
  field = {true, count};
  return true;
}

/// "n.fS"; the fraction may not end in more than nine digits that are not zeros.
bool take_seconds(std::string_view& text, Field& field) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) {
    if (!take_field(text, 'S', field)) return false;
    field.count *= kNanosPerSecond;
    return true;
  }
  std::string whole(text.substr(0, point));
  const std::string_view fraction = text.substr(point + 1);
  const std::size_t digits = fraction.size() < 2 ? 0 : fraction.size() - 1;
  if (digits == 0 || fraction.back() != 'S' || whole.empty()) return false;
  const auto value = Decimal::parse(whole + '.' + std::string(fraction.substr(0, digits)));
  if (!value || whole.front() == '-' || whole.front() == '+' || value->scale() > 9) return false;
  const auto seconds = value->truncated().to_int64();
  const auto nanos =
      ((*value - Decimal(value->truncated())) * Decimal(kNanosPerSecond)).truncated();
  if (!seconds) return false;
  field = {true, Nanoseconds{*seconds} * kNanosPerSecond + *nanos.to_int64()};
  text = {};
  return true;
}

struct Parts {
  Field years, months, days, hours, minutes, seconds;
};

bool take_parts(std::string_view text, Parts& parts) {
  if (!take_field(text, 'Y', parts.years) || !take_field(text, 'M', parts.months) ||
      !take_field(text, 'D', parts.days)) {
    return false;
  }
  if (lexical::take_char(text, 'T')) {
    if (!take_field(text, 'H', parts.hours) || !take_field(text, 'M', parts.minutes)) return false;
    if (!text.empty() && !take_seconds(text, parts.seconds)) return false;
    if (!parts.hours.present && !parts.minutes.present && !parts.seconds.present) return false;
  }
  return text.empty();
}

bool fits(const Parts& parts, DurationKind kind) {
  const bool has_months = parts.years.present || parts.months.present;
  const bool has_time =
      parts.days.present || parts.hours.present || parts.minutes.present || parts.seconds.present;
  if (kind == DurationKind::day_time) return has_time && !has_months;
  if (kind == DurationKind::year_month) return has_months && !has_time;
  return has_months || has_time;
}

void append_part(std::string& out, __int128 count, char unit) {
  if (count == 0) return;
  out += Integer::from_int128(count).to_string();
  out += unit;
}

void append_time(std::string& out, Nanoseconds nanoseconds) {
  if (nanoseconds == 0) return;
  const Nanoseconds seconds = nanoseconds / kNanosPerSecond;
  out += 'T';
  append_part(out, seconds / 3600, 'H');
  append_part(out, seconds / 60 % 60, 'M');
  const Nanoseconds second = nanoseconds % (Nanoseconds{60} * kNanosPerSecond);
  if (second == 0) return;
  out += std::to_string(static_cast<std::int64_t>(second / kNanosPerSecond));
  lexical::append_fraction(out, static_cast<std::uint32_t>(second % kNanosPerSecond));
  out += 'S';
}

/// `day` moved by whole months, pinned to the last day of the month reached.
std::optional<std::int64_t> add_months(std::int64_t day, std::int64_t months) {
  const CivilDate date = civil_from_days(day);
  const __int128 month = __int128{date.year} * 12 + (date.month - 1) + months;
  if (month > __int128{kMaxYear} * 12 + 11 || month < -__int128{kMaxYear} * 12) return std::nullopt;
  const auto index = static_cast<std::int64_t>(month);
  CivilDate moved{floor_divide(index, 12), static_cast<unsigned>(floor_modulo(index, 12) + 1), 1};
  moved.day = std::min(date.day, days_in_month(moved.year, moved.month));
  return days_from_civil(moved);
}

std::optional<std::int64_t> whole(const Integer& value) { return value.to_int64(); }

/// Months and nanoseconds from exact products or quotients of them.
std::optional<Duration> rounded(const Decimal& months, const Decimal& seconds) {
  const auto month = whole(months.round());
  const Integer nanos = (seconds * Decimal(kNanosPerSecond)).round();
  const auto second = whole(nanos / kNanosPerSecond);
  const auto rest = whole(nanos % kNanosPerSecond);
  if (!month || !second || !rest) return std::nullopt;
  return Duration::checked(*month, Nanoseconds{*second} * kNanosPerSecond + *rest);
}

Decimal seconds_of(const Duration& duration) {
  return {Integer::from_int128(duration.nanoseconds), 9};
}

}  // namespace

std::optional<Duration> Duration::checked(__int128 months, Nanoseconds nanoseconds) {
  if (months > kMaxMonths || months < -kMaxMonths) return std::nullopt;
  if (nanoseconds >= kMaxNanoseconds || nanoseconds <= -kMaxNanoseconds) return std::nullopt;
  return Duration{static_cast<std::int64_t>(months), nanoseconds};
}

std::optional<Duration> Duration::parse(std::string_view text, DurationKind kind) {
  const bool negative = lexical::take_char(text, '-');
  Parts parts;
  if (!lexical::take_char(text, 'P') || !take_parts(text, parts) || !fits(parts, kind)) {
    return std::nullopt;
  }
  // Every count is at most 2^62, so that 128 bits hold the sum of seconds; checked() looks first.
  const __int128 seconds =
      parts.days.count * kSecondsPerDay + parts.hours.count * 3600 + parts.minutes.count * 60;
  if (seconds > (__int128{1} << 63)) return std::nullopt;
  const auto value = checked(parts.years.count * 12 + parts.months.count,
                             seconds * kNanosPerSecond + parts.seconds.count);
  return value && negative ? std::optional(-*value) : value;
}

std::string Duration::to_string(DurationKind kind) const {
  if (months == 0 && nanoseconds == 0) return kind == DurationKind::year_month ? "P0M" : "PT0S";
  const bool negative = months < 0 || nanoseconds < 0;
  const Duration magnitude = negative ? -*this : *this;
  std::string out = negative ? "-P" : "P";
  append_part(out, magnitude.months / 12, 'Y');
  append_part(out, magnitude.months % 12, 'M');
  append_part(out, magnitude.nanoseconds / kNanosPerDay, 'D');
  append_time(out, magnitude.nanoseconds % kNanosPerDay);
  return out;
}

std::partial_ordering operator<=>(const Duration& a, const Duration& b) {
  if (a.months == b.months || a.nanoseconds == b.nanoseconds) {
    const auto months = a.months <=> b.months;
    if (months != 0) return months;
    return a.nanoseconds < b.nanoseconds   ? std::partial_ordering::less
           : a.nanoseconds > b.nanoseconds ? std::partial_ordering::greater
                                           : std::partial_ordering::equivalent;
  }
  // The four moments XSD 1.1 compares at (part 2, 3.3.6.1): months of every length follow them.
  constexpr std::array<CivilDate, 4> kStarts{
      {{1696, 9, 1}, {1697, 2, 1}, {1903, 3, 1}, {1903, 7, 1}}};
  std::partial_ordering order = std::partial_ordering::unordered;
  for (const CivilDate& start : kStarts) {
    const DateTime moment{days_from_civil(start) * kSecondsPerDay, 0, std::int16_t{0}};
    const auto x = add(moment, a);
    const auto y = add(moment, b);
    if (!x || !y) return std::partial_ordering::unordered;
    const auto here = *x <=> *y;
    if (order != std::partial_ordering::unordered && here != order) {
      return std::partial_ordering::unordered;
    }
    order = here;
  }
  return order == 0 ? std::partial_ordering::unordered : order;
}

std::optional<DateTime> add(const DateTime& moment, const Duration& duration) {
  const auto day = add_months(floor_divide(moment.second, kSecondsPerDay), duration.months);
  if (!day) return std::nullopt;
  const Nanoseconds local = Nanoseconds{*day} * kNanosPerDay +
                            Nanoseconds{moment.second_of_day()} * kNanosPerSecond +
                            moment.nanosecond + duration.nanoseconds;
  return DateTime::from_local(local, moment.zone);
}

std::optional<Date> add(const Date& date, const Duration& duration) {
  const auto moment = add(date.start(), duration);
  if (!moment) return std::nullopt;
  return Date{floor_divide(moment->second, kSecondsPerDay), date.zone};
}

Time add(const Time& time, const Duration& duration) {
  Nanoseconds sum = (Nanoseconds{time.second} * kNanosPerSecond + time.nanosecond +
                     duration.nanoseconds % kNanosPerDay) %
                    kNanosPerDay;
  if (sum < 0) sum += kNanosPerDay;
  return {static_cast<std::uint32_t>(sum / kNanosPerSecond),
          static_cast<std::uint32_t>(sum % kNanosPerSecond), time.zone};
}

std::optional<Duration> difference(const DateTime& a, const DateTime& b) {
  if (a.zone.has_value() != b.zone.has_value()) return std::nullopt;
  return Duration::checked(0, a.timeline() - b.timeline());
}

std::optional<Duration> add(const Duration& a, const Duration& b) {
  return Duration::checked(__int128{a.months} + b.months, a.nanoseconds + b.nanoseconds);
}

std::optional<Duration> multiply(const Duration& a, const Decimal& factor) {
  return rounded(Decimal(a.months) * factor, seconds_of(a) * factor);
}

std::optional<Duration> divide(const Duration& a, const Decimal& divisor) {
  const auto months = divide(Decimal(a.months), divisor);
  const auto seconds = divide(seconds_of(a), divisor);
  if (!months || !seconds) return std::nullopt;
  return rounded(*months, *seconds);
}

}  // namespace dossier::xsd
