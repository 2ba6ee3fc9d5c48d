// SPDX-License-Identifier: Apache-2.0
// xsd:gYear, gYearMonth, gMonth, gMonthDay and gDay (XSD 1.1 part 2, 3.3.10 to 3.3.14).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/xsd/calendar.h"

namespace dossier::xsd {

/// A recurring or partial date; the parts its kind does not have keep their defaults.
struct Gregorian {
  enum class Kind : std::uint8_t { year, year_month, month, month_day, day };

  Kind kind = Kind::year;
  CivilDate date{1972, 1, 1};  ///< defaults in a leap year, so that --02-29 is a day
  Zone zone;

  static std::optional<Gregorian> parse(Kind kind, std::string_view lexical);
  std::string to_string() const;
};

/// Unordered for different kinds, and where a zone is missing on one side and decides.
std::partial_ordering operator<=>(const Gregorian& a, const Gregorian& b);
inline bool operator==(const Gregorian& a, const Gregorian& b) { return (a <=> b) == 0; }

}  // namespace dossier::xsd
