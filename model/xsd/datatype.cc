// SPDX-License-Identifier: Apache-2.0
#include "model/xsd/datatype.h"

#include <algorithm>
#include <array>

#include "model/vocabulary.h"

namespace dossier::xsd {
namespace {

/// Sorted by name.
constexpr std::array<DatatypeInfo, kDatatypeCount> kDatatypes{{
    {"boolean", Datatype::boolean, "", ""},
    {"byte", Datatype::integer, "-128", "127"},
    {"date", Datatype::date, "", ""},
    {"dateTime", Datatype::date_time, "", ""},
    {"dayTimeDuration", Datatype::day_time_duration, "", ""},
    {"decimal", Datatype::decimal, "", ""},
    {"double", Datatype::double_number, "", ""},
    {"duration", Datatype::duration, "", ""},
    {"float", Datatype::float_number, "", ""},
    {"gDay", Datatype::g_day, "", ""},
    {"gMonth", Datatype::g_month, "", ""},
    {"gMonthDay", Datatype::g_month_day, "", ""},
    {"gYear", Datatype::g_year, "", ""},
    {"gYearMonth", Datatype::g_year_month, "", ""},
    {"int", Datatype::integer, "-2147483648", "2147483647"},
    {"integer", Datatype::integer, "", ""},
    {"long", Datatype::integer, "-9223372036854775808", "9223372036854775807"},
    {"negativeInteger", Datatype::integer, "", "-1"},
    {"nonNegativeInteger", Datatype::integer, "0", ""},
    {"nonPositiveInteger", Datatype::integer, "", "0"},
    {"positiveInteger", Datatype::integer, "1", ""},
    {"short", Datatype::integer, "-32768", "32767"},
    {"string", Datatype::string, "", ""},
    {"time", Datatype::time, "", ""},
    {"unsignedByte", Datatype::integer, "0", "255"},
    {"unsignedInt", Datatype::integer, "0", "4294967295"},
    {"unsignedLong", Datatype::integer, "0", "18446744073709551615"},
    {"unsignedShort", Datatype::integer, "0", "65535"},
    {"yearMonthDuration", Datatype::year_month_duration, "", ""},
}};
static_assert(std::ranges::is_sorted(kDatatypes, {}, &DatatypeInfo::local_name));

}  // namespace

std::span<const DatatypeInfo, kDatatypeCount> datatypes() { return kDatatypes; }

const DatatypeInfo* find_datatype(std::string_view iri) {
  if (!iri.starts_with(vocabulary::kXsd)) return nullptr;
  const std::string_view name = iri.substr(vocabulary::kXsd.size());
  const auto* const found =
      std::ranges::lower_bound(kDatatypes, name, {}, &DatatypeInfo::local_name);
  return found != kDatatypes.end() && found->local_name == name ? found : nullptr;
}

bool in_bounds(const DatatypeInfo& info, const Integer& value) {
  if (!info.low.empty() && value < *Integer::parse(info.low)) return false;
  return info.high.empty() || value <= *Integer::parse(info.high);
}

std::optional<bool> parse_boolean(std::string_view lexical) {
  if (lexical == "true" || lexical == "1") return true;
  if (lexical == "false" || lexical == "0") return false;
  return std::nullopt;
}

}  // namespace dossier::xsd
