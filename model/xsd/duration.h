// SPDX-License-Identifier: Apache-2.0
// xsd:duration and its two totally ordered subtypes (XSD 1.1 part 2, 3.3.6, 3.4.26, 3.4.27), and
// what XPath 3.1 Functions and Operators computes with them (sections 8 and 9).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/xsd/calendar.h"
#include "model/xsd/date_time.h"
#include "model/xsd/decimal.h"

namespace dossier::xsd {

enum class DurationKind : std::uint8_t { any, day_time, year_month };

/// Months and seconds never have opposite signs.
struct Duration {
  std::int64_t months = 0;
  Nanoseconds nanoseconds = 0;

  /// none when the form is not legal for that type, or out of range (below).
  static std::optional<Duration> parse(std::string_view lexical,
                                       DurationKind kind = DurationKind::any);
  /// The value when both parts are in the supported range: 2^62 months, 2^63 seconds either way.
  static std::optional<Duration> checked(__int128 months, Nanoseconds nanoseconds);
  /// The canonical form: "P1Y2M3DT4H5M6.7S"; zero is "PT0S", or "P0M" as yearMonthDuration.
  std::string to_string(DurationKind kind = DurationKind::any) const;

  Duration operator-() const { return {-months, -nanoseconds}; }
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// Unordered where the answer depends on the month it starts in, as for "P1M" and "P30D".
std::partial_ordering operator<=>(const Duration& a, const Duration& b);

/// none beyond the supported years. A day that the month reached does not have becomes its last
/// one.
std::optional<DateTime> add(const DateTime& moment, const Duration& duration);
std::optional<Date> add(const Date& date, const Duration& duration);
/// Only the days and seconds of the duration count; wraps at midnight.
Time add(const Time& time, const Duration& duration);

/// a - b as a dayTimeDuration; none where only one has a zone.
std::optional<Duration> difference(const DateTime& a, const DateTime& b);

/// none out of range, or (division) by zero. Months round to whole ones, seconds to nanoseconds.
std::optional<Duration> add(const Duration& a, const Duration& b);
std::optional<Duration> multiply(const Duration& a, const Decimal& factor);
std::optional<Duration> divide(const Duration& a, const Decimal& divisor);

}  // namespace dossier::xsd
