// SPDX-License-Identifier: Apache-2.0
// xsd:dateTime, xsd:date and xsd:time as values (XSD 1.1 part 2, 3.3.7 to 3.3.9).
//
// Each keeps its local reading and its zone apart, so that the canonical form is the one that was
// meant. Seconds have up to nine fraction digits; lexical forms with more (other than zeros) are
// outside the supported range and do not parse. Order is that of XSD 1.1: a value without a zone
// and one with a zone compare only if they are more than 14 hours apart; else they are unordered.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/xsd/calendar.h"

namespace dossier::xsd {

struct Duration;

struct DateTime {
  std::int64_t second = 0;       ///< local, from 1970-01-01T00:00:00
  std::uint32_t nanosecond = 0;  ///< within the second
  Zone zone;

  /// none when the form is not legal or out of the supported range. "24:00:00" is the next day.
  static std::optional<DateTime> parse(std::string_view lexical);
  /// The canonical form: "2024-02-29T12:30:00.5+02:00", "Z" for zone 0.
  std::string to_string() const;

  CivilDate civil() const { return civil_from_days(floor_divide(second, kSecondsPerDay)); }
  std::int64_t second_of_day() const { return floor_modulo(second, kSecondsPerDay); }
  /// Nanoseconds from 1970-01-01T00:00:00, read in UTC; without a zone, as if in UTC.
  Nanoseconds timeline() const;
  /// The value with this local reading in nanoseconds; none beyond the supported years.
  static std::optional<DateTime> from_local(Nanoseconds local, Zone zone);
  Nanoseconds local() const { return Nanoseconds{second} * kNanosPerSecond + nanosecond; }
};

struct Date {
  std::int64_t day = 0;  ///< local, from 1970-01-01
  Zone zone;

  static std::optional<Date> parse(std::string_view lexical);
  std::string to_string() const;
  CivilDate civil() const { return civil_from_days(day); }
  /// The moment the day starts.
  DateTime start() const { return {day * kSecondsPerDay, 0, zone}; }
};

struct Time {
  std::uint32_t second = 0;  ///< of the day, local
  std::uint32_t nanosecond = 0;
  Zone zone;

  static std::optional<Time> parse(std::string_view lexical);
  std::string to_string() const;
  /// At 1972-12-31, the reference day XSD and XPath compare times on.
  DateTime reference() const;
};

std::partial_ordering operator<=>(const DateTime& a, const DateTime& b);
std::partial_ordering operator<=>(const Date& a, const Date& b);
std::partial_ordering operator<=>(const Time& a, const Time& b);
inline bool operator==(const DateTime& a, const DateTime& b) { return (a <=> b) == 0; }
inline bool operator==(const Date& a, const Date& b) { return (a <=> b) == 0; }
inline bool operator==(const Time& a, const Time& b) { return (a <=> b) == 0; }

/// Parts of a date or time of day, for the types that share them.
namespace lexical {
/// Each removes its part from the front of `text`, or returns false.
bool take_year(std::string_view& text, std::int64_t& year);
/// Exactly two digits between `low` and `high`.
bool take_two(std::string_view& text, unsigned low, unsigned high, unsigned& value);
bool take_char(std::string_view& text, char c);
/// All that is left: nothing, "Z", or "+hh:mm" up to 14:00.
bool take_zone(std::string_view text, Zone& zone);

void append_year(std::string& out, std::int64_t year);
void append_two(std::string& out, unsigned value);
void append_zone(std::string& out, const Zone& zone);
/// ".5" for half a second; nothing for none.
void append_fraction(std::string& out, std::uint32_t nanosecond);
}  // namespace lexical

}  // namespace dossier::xsd
