// SPDX-License-Identifier: Apache-2.0
// The datatypes whose values are supported, by IRI.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/xsd/integer.h"

namespace dossier::xsd {

/// Value spaces; the types derived from xsd:integer share its space and differ in bounds.
enum class Datatype : std::uint8_t {
  string,
  boolean,
  integer,
  decimal,
  float_number,
  double_number,
  date_time,
  date,
  time,
  g_year,
  g_year_month,
  g_month,
  g_month_day,
  g_day,
  duration,
  day_time_duration,
  year_month_duration,
};

struct DatatypeInfo {
  std::string_view local_name;  ///< after the namespace of XML Schema
  Datatype datatype;
  std::string_view low;   ///< inclusive bounds of a type derived from integer; empty: none
  std::string_view high;  ///< "
};

/// All of them, by name ascending.
inline constexpr std::size_t kDatatypeCount = 29;
std::span<const DatatypeInfo, kDatatypeCount> datatypes();

/// Null for datatypes outside the table. The result lives forever.
const DatatypeInfo* find_datatype(std::string_view iri);

/// Whether `value` belongs to `info`, a type that is integer or derived from it.
bool in_bounds(const DatatypeInfo& info, const Integer& value);

/// "true", "false", "1", "0".
std::optional<bool> parse_boolean(std::string_view lexical);

}  // namespace dossier::xsd
