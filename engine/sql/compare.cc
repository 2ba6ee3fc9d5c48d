// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/compare.h"

#include <fmt/format.h>

#include "model/vocabulary.h"

namespace dossier::sql {

namespace xsd = vocabulary::xsd;
using fmt::format;

namespace {

bool has_numbers(const Value& value) { return !value.rank.empty(); }

/// Doubles first: where they differ, the decimals do, too.
std::string number_order(const Value& a, std::string_view op, const Value& b) {
  const bool exact = !a.exact.empty() && !b.exact.empty();
  const std::string proper = format("(NOT isnan({}) AND NOT isnan({}))", a.approx, b.approx);
  if (!exact) return format("({} {} {} AND {})", a.approx, op, b.approx, proper);
  return format(
      "(CASE WHEN {0} <> {1} OR {2} > 2 OR {3} > 2 THEN {0} {4} {1} ELSE COALESCE({5} {4} {6}, {0} "
      "{4} {1}) END AND {7})",
      a.approx, b.approx, a.rank, b.rank, op, a.exact, b.exact, proper);
}

std::string zoned(const Values& values, const Value& value) {
  return values.dialect().matches(value.lexical, "(Z|[+-][0-9][0-9]:[0-9][0-9])$");
}

/// A moment without a zone may lie anywhere within 14 hours.
std::string moment_order(const Values& values, const Value& a, std::string_view op,
                         const Value& b) {
  return format("CASE WHEN {} = {} OR abs({} - {}) > 14.0 / 24 THEN {} {} {} END", zoned(values, a),
                zoned(values, b), a.day, b.day, a.day, op, b.day);
}

/// Whether a literal's datatype is one whose values we know, and it has a value.
std::string is_known(const Values& values, const Value& value) {
  if (value.datatype.empty()) return "FALSE";
  std::string known = format("{} = {}", value.datatype, values.quote(xsd::kString));
  for (const std::string* part : {&value.rank, &value.truth, &value.day})
    if (!part->empty()) known += format(" OR {} IS NOT NULL", *part);
  for (const std::string_view type :
       {xsd::kTime, xsd::kGYear, xsd::kGYearMonth, xsd::kGMonth, xsd::kGMonthDay, xsd::kGDay,
        xsd::kDuration, xsd::kDayTimeDuration, xsd::kYearMonthDuration})
    known += format(" OR {} = {}", value.datatype, values.quote(type));
  return known;
}

std::string both(const std::string& a, const std::string& b) {
  return format("{} IS NOT NULL AND {} IS NOT NULL", a, b);
}

std::string literals_equal(const Values& values, const Value& a, const Value& b) {
  std::string cases;
  for (const Value* value : {&a, &b})
    if (!value->language.empty())
      cases += format("WHEN {} IS NOT NULL THEN FALSE ", value->language);
  for (const Value* value : {&a, &b})
    cases += format("WHEN NOT ({}) THEN NULL ", is_known(values, *value));
  if (!a.truth.empty() && !b.truth.empty())
    cases += format("WHEN {} THEN {} = {} ", both(a.truth, b.truth), a.truth, b.truth);
  if (!a.day.empty() && !b.day.empty())
    cases += format("WHEN {} AND {} = {} THEN {} ", both(a.day, b.day), a.datatype, b.datatype,
                    moment_order(values, a, "=", b));
  return cases;
}

bool may_be_literal(const Value& value) {
  return value.kind == Value::Kind::literal || value.kind == Value::Kind::any;
}

}  // namespace

std::string same_term(const Values& values, const Value& a, const Value& b) {
  if (!a.id.empty() && !b.id.empty()) return format("({} = {})", a.id, b.id);
  return format("({} = {})", values.code(a), values.code(b));
}

std::string equal(const Values& values, const Value& a, const Value& b) {
  if (a.is_error() || b.is_error()) return "CAST(NULL AS BOOLEAN)";
  const bool literals = may_be_literal(a) && may_be_literal(b);
  if (!literals) return same_term(values, a, b);
  std::string cases = format("WHEN {} IS NULL OR {} IS NULL THEN NULL ", a.kind_sql, b.kind_sql);
  if (has_numbers(a) && has_numbers(b))
    cases += format("WHEN {} THEN {} ", both(a.rank, b.rank), number_order(a, "=", b));
  cases += format("WHEN {} THEN TRUE ", same_term(values, a, b));
  cases += format("WHEN {} <> 'literal' OR {} <> 'literal' THEN FALSE ", a.kind_sql, b.kind_sql);
  return format("(CASE {}{}ELSE FALSE END)", cases, literals_equal(values, a, b));
}

std::string ordered(const Values& values, const Value& a, std::string_view op, const Value& b) {
  std::string cases;
  if (has_numbers(a) && has_numbers(b))
    cases += format("WHEN {} THEN {} ", both(a.rank, b.rank), number_order(a, op, b));
  const std::string x = values.plain(a);
  const std::string y = values.plain(b);
  if (x != values.no_text() && y != values.no_text())
    cases += format("WHEN {} THEN {} {} {} ", both(x, y), x, op, y);
  if (!a.truth.empty() && !b.truth.empty())
    cases += format("WHEN {} THEN CAST({} AS INT) {} CAST({} AS INT) ", both(a.truth, b.truth),
                    a.truth, op, b.truth);
  if (!a.day.empty() && !b.day.empty())
    cases += format("WHEN {} AND {} = {} THEN {} ", both(a.day, b.day), a.datatype, b.datatype,
                    moment_order(values, a, op, b));
  if (cases.empty()) return "CAST(NULL AS BOOLEAN)";
  return format("(CASE {}END)", cases);
}

namespace {

/// Which class of terms comes when.
std::string class_key(const Values& values, const Value& value) {
  const auto type = [&](std::string_view iri) { return values.quote(iri); };
  std::string cases = format(
      "WHEN {0} IS NULL THEN 0 WHEN {0} = 'blank' THEN 1 WHEN {0} = 'iri' THEN 2 WHEN {0} = "
      "'triple' THEN 13 ",
      value.kind_sql);
  if (!value.rank.empty()) cases += format("WHEN {} IS NOT NULL THEN 3 ", value.rank);
  if (!value.truth.empty()) cases += format("WHEN {} IS NOT NULL THEN 4 ", value.truth);
  if (!value.day.empty())
    cases += format("WHEN {} IS NOT NULL THEN CASE WHEN {} = {} THEN 5 ELSE 6 END ", value.day,
                    value.datatype, type(xsd::kDateTime));
  if (!value.language.empty()) cases += format("WHEN {} IS NOT NULL THEN 11 ", value.language);
  if (!value.datatype.empty())
    cases += format(
        "WHEN {0} = {1} THEN 10 WHEN {0} = {2} THEN 7 WHEN {0} IN ({3}, {4}, {5}, {6}, {7}) THEN 8 "
        "WHEN {0} IN ({8}, {9}, {10}) THEN 9 ",
        value.datatype, type(xsd::kString), type(xsd::kTime), type(xsd::kGYear),
        type(xsd::kGYearMonth), type(xsd::kGMonth), type(xsd::kGMonthDay), type(xsd::kGDay),
        type(xsd::kDuration), type(xsd::kDayTimeDuration), type(xsd::kYearMonthDuration));
  return format("(CASE {}ELSE 12 END)", cases);
}

}  // namespace

std::vector<std::string> order_keys(const Values& values, const Value& value) {
  if (value.is_error()) return {"0"};
  std::string number;
  if (!value.approx.empty()) number += format(", {}", value.approx);
  if (!value.day.empty()) number += format(", {}", value.day);
  if (!value.truth.empty()) number += format(", CAST(CAST({} AS INT) AS DOUBLE)", value.truth);
  const std::string key = class_key(values, value);
  std::string text = format("WHEN {} BETWEEN 3 AND 6 THEN NULL ", key);
  if (!value.language.empty())
    text += format("WHEN {0} IS NOT NULL THEN {1} || chr(1) || lower({0}) ", value.language,
                   value.lexical);
  if (!value.datatype.empty())
    text += format("WHEN {} = 12 THEN {} || chr(1) || {} ", key, value.datatype, value.lexical);
  return {key, format("COALESCE(CAST(NULL AS DOUBLE){})", number),
          format("CASE {}ELSE {} END", text, value.lexical)};
}

}  // namespace dossier::sql
