// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/datatypes.h"

#include <fmt/format.h>

#include "engine/sql/value.h"
#include "model/vocabulary.h"
#include "model/xsd/datatype.h"

namespace dossier::sql {

namespace xsd_iri = vocabulary::xsd;
using fmt::format;

namespace {

/// integer and the types derived from it, as a list.
std::string integer_types(const Dialect& dialect) {
  std::string list;
  for (const xsd::DatatypeInfo& info : xsd::datatypes()) {
    if (info.datatype != xsd::Datatype::integer) continue;
    if (!list.empty()) list += ", ";
    list += dialect.quote(vocabulary::iri(vocabulary::kXsd, info.local_name));
  }
  return list;
}

}  // namespace

std::string rank_of(const Dialect& dialect, const std::string& datatype) {
  return format("CASE WHEN {0} = {1} THEN 2 WHEN {0} = {2} THEN 3 WHEN {0} = {3} THEN 4 ELSE 1 END",
                datatype, dialect.quote(xsd_iri::kDecimal), dialect.quote(xsd_iri::kFloat),
                dialect.quote(xsd_iri::kDouble));
}

std::string is_numeric(const Dialect& dialect, const std::string& datatype) {
  return format("{} IN ({}, {}, {}, {})", datatype, dialect.quote(xsd_iri::kDecimal),
                dialect.quote(xsd_iri::kFloat), dialect.quote(xsd_iri::kDouble),
                integer_types(dialect));
}

std::string number_of(const Dialect& dialect, const std::string& lexical,
                      const std::string& datatype) {
  return format(
      "CASE WHEN {0} IN ({1}) THEN CASE WHEN {2} THEN {3} END "
      "WHEN {0} = {4} THEN CASE WHEN {5} THEN {3} END "
      "WHEN {0} IN ({6}, {7}) THEN CASE WHEN {8} THEN {3} WHEN {9} IN ('INF', '+INF') THEN "
      "CAST('Infinity' AS DOUBLE) WHEN {9} = '-INF' THEN CAST('-Infinity' AS DOUBLE) WHEN {9} = "
      "'NaN' THEN CAST('NaN' AS DOUBLE) END END",
      datatype, integer_types(dialect), dialect.matches(lexical, "^[+-]?[0-9]+$"),
      dialect.approximate(lexical), dialect.quote(xsd_iri::kDecimal),
      dialect.matches(lexical, "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)$"),
      dialect.quote(xsd_iri::kDouble), dialect.quote(xsd_iri::kFloat),
      dialect.matches(lexical, "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$"), lexical);
}

std::string truth_of(const Dialect& dialect, const std::string& lexical,
                     const std::string& datatype) {
  return format(
      "CASE WHEN {0} = {1} THEN CASE WHEN {2} IN ('true', '1') THEN TRUE WHEN {2} IN ('false', "
      "'0') THEN FALSE END END",
      datatype, dialect.quote(xsd_iri::kBoolean), lexical);
}

// The zone is cut off and subtracted; 24:00:00 and seconds of many digits are the engines' to read.
std::string Values::day_of(const std::string& lexical, const std::string& datatype) const {
  const std::string plain =
      format("regexp_replace({}, {}, '')", lexical, quote("(Z|[+-][0-9][0-9]:[0-9][0-9])$"));
  const auto digits = [&](std::string_view pattern) {
    return format("COALESCE({}, 0)", dialect_.approximate(dialect_.extract(lexical, pattern, 1)));
  };
  const std::string minutes = format("(60 * {} + {})", digits("[+-]([0-9][0-9]):[0-9][0-9]$"),
                                     digits("[+-][0-9][0-9]:([0-9][0-9])$"));
  const std::string offset = format("CASE WHEN {} THEN -1 ELSE 1 END * {} / 1440",
                                    dialect_.matches(lexical, "-[0-9][0-9]:[0-9][0-9]$"), minutes);
  const auto days = [&](std::string_view shape, const std::string& text) {
    return format("CASE WHEN {} THEN {} - CASE WHEN {} THEN {} ELSE 0 END END",
                  dialect_.matches(lexical, shape), dialect_.days(text),
                  dialect_.matches(lexical, "[+-][0-9][0-9]:[0-9][0-9]$"), offset);
  };
  constexpr std::string_view kZone = "(Z|[+-][0-9][0-9]:[0-9][0-9])?$";
  const std::string date = "^[0-9]{4}-[0-9][0-9]-[0-9][0-9]";
  return format(
      "CASE {} WHEN {} THEN {} WHEN {} THEN {} END", datatype, quote(xsd_iri::kDateTime),
      days(date + "T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]([.][0-9]+)?" + std::string(kZone), plain),
      quote(xsd_iri::kDate), days(date + std::string(kZone), plain + " || 'T00:00:00'"));
}

}  // namespace dossier::sql
