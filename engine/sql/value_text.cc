// SPDX-License-Identifier: Apache-2.0
// Values as texts: codes, N-Triples, lexical forms.
#include <fmt/format.h>

#include "engine/sql/value.h"
#include "model/vocabulary.h"

namespace dossier::sql {

namespace xsd = vocabulary::xsd;
using fmt::format;

std::string Values::code(const Value& value) const {
  if (value.is_error()) return no_text();
  if (!value.code.empty()) return value.code;
  const std::string& text = value.lexical;
  const std::string plain =
      value.datatype.empty() ? "NULL" : format("'L' || {} || ' ' || {}", value.datatype, text);
  const std::string literal =
      value.language.empty()
          ? plain
          : format("CASE WHEN {0} IS NULL THEN {1} ELSE 'G' || lower({0}) || ' ' || {2} END",
                   value.language, plain, text);
  std::string code;
  switch (value.kind) {
    case Value::Kind::iri:
      code = "'I ' || " + text;
      break;
    case Value::Kind::blank:
      code = "'B ' || " + text;
      break;
    case Value::Kind::triple:
      code = "'T ' || " + text;
      break;
    case Value::Kind::literal:
      code = literal;
      break;
    case Value::Kind::any:
      return format(
          "CASE {0} WHEN 'literal' THEN {1} WHEN 'iri' THEN 'I ' || {2} WHEN 'blank' THEN 'B ' || "
          "{2} WHEN 'triple' THEN 'T ' || {2} END",
          value.kind_sql, literal, text);
  }
  return format("CASE WHEN {} THEN {} END", is_bound(value), code);
}

std::string Values::ntriples(const Value& value) const {
  if (value.is_error()) return "NULL";
  const std::string& text = value.lexical;
  std::string escaped = text;
  const std::pair<std::string_view, std::string_view> escapes[] = {
      {"\\", "\\\\"}, {"\"", "\\\""}, {"\n", "\\n"}, {"\r", "\\r"}};
  for (const auto& [from, to] : escapes)
    escaped = format("replace({}, {}, {})", escaped, quote(from), quote(to));
  const std::string type =
      format("CASE WHEN {0} = {1} THEN '' ELSE '^^<' || {0} || '>' END",
             value.datatype.empty() ? "NULL" : value.datatype, quote(xsd::kString));
  const std::string tail =
      value.language.empty()
          ? type
          : format("CASE WHEN {0} IS NULL THEN {1} ELSE '@' || {0} END", value.language, type);
  return format(
      "CASE {0} WHEN 'literal' THEN '\"' || {1} || '\"' || {2} WHEN 'iri' THEN '<' || {3} || '>' "
      "WHEN 'blank' THEN '_:' || {3} WHEN 'triple' THEN {3} END",
      value.kind_sql, escaped, tail, text);
}

std::string Values::truth(const Value& value) const {
  if (value.datatype == quote(xsd::kBoolean) && !value.truth.empty()) return value.truth;
  std::string cases = format("WHEN {} IS NULL THEN NULL", value.kind_sql);
  if (!value.truth.empty()) cases += format(" WHEN {0} IS NOT NULL THEN {0}", value.truth);
  if (!value.rank.empty())
    cases +=
        format(" WHEN {0} IS NOT NULL THEN {1} <> 0 AND NOT isnan({1})", value.rank, value.approx);
  const std::string string = plain(value);
  if (string != no_text()) cases += format(" WHEN {0} IS NOT NULL THEN {0} <> ''", string);
  return format("(CASE {} END)", cases);
}

std::string Values::no_text() const { return format("CAST(NULL AS {})", dialect_.text_type()); }

std::string Values::plain(const Value& value) const {
  if (value.datatype.empty()) return no_text();
  if (value.datatype == quote(xsd::kString) && value.language.empty()) return value.lexical;
  if (!value.rank.empty() && value.approx.empty()) return no_text();
  return format("CASE WHEN {} = {} THEN {} END", value.datatype, quote(xsd::kString),
                value.lexical);
}

std::string Values::string(const Value& value) const {
  if (value.language.empty()) return plain(value);
  if (value.datatype.empty()) return no_text();
  return format("CASE WHEN {} IS NOT NULL OR {} = {} THEN {} END", value.language, value.datatype,
                quote(xsd::kString), value.lexical);
}

// XML Schema's form: one digit, a point, digits, an exponent.
std::string Values::double_text(const std::string& number) const {
  const std::string text = format("CAST(abs({}) AS {})", number, dialect_.text_type());
  const std::string whole = format("COALESCE({}, '0')", dialect_.extract(text, "^([0-9]+)", 1));
  const std::string fraction = format("COALESCE({}, '')", dialect_.extract(text, "[.]([0-9]+)", 1));
  const std::string power =
      format("COALESCE(TRY_CAST({} AS INT), 0)", dialect_.extract(text, "[eE][+]?(-?[0-9]+)$", 1));
  const std::string all = format("({} || {})", whole, fraction);
  const std::string digits = format("regexp_replace({}, '^0+', '')", all);
  const std::string rest =
      format("COALESCE({}, '0')",
             dialect_.extract(format("regexp_replace(substr({}, 2), '0+$', '')", digits),
                              "^([0-9]+)$", 1));
  return format(
      "CASE WHEN isnan({0}) THEN 'NaN' WHEN {0} = CAST('Infinity' AS DOUBLE) THEN 'INF' WHEN {0} = "
      "CAST('-Infinity' AS DOUBLE) THEN '-INF' WHEN {0} = 0 THEN '0.0E0' ELSE CASE WHEN {0} < 0 "
      "THEN '-' ELSE '' END || left({1}, 1) || '.' || {2} || 'E' || CAST({3} + length({4}) - 1 - "
      "(length({5}) - length({1})) AS {6}) END",
      number, digits, rest, power, whole, all, dialect_.text_type());
}

std::string Values::plain_number(const std::string& exact) const {
  return format("regexp_replace({}, {}, '')", dialect_.plain_decimal(exact), quote("[.]?0+$"));
}

std::string Values::canonical_number(const Value& number) const {
  const std::string floating =
      format("CASE WHEN {} = 3 THEN {} ELSE {} END", number.rank,
             double_text(format("CAST({} AS FLOAT)", number.approx)), double_text(number.approx));
  if (number.exact.empty()) return floating;
  return format("CASE WHEN {0} IS NULL THEN NULL WHEN {0} <= 2 THEN {1} ELSE {2} END", number.rank,
                plain_number(number.exact), floating);
}

std::string Values::cast_number(const Value& number) const {
  const std::string text =
      format("CASE WHEN {} = 3 THEN CAST(CAST({} AS FLOAT) AS {}) ELSE CAST({} AS {}) END",
             number.rank, number.approx, dialect_.text_type(), number.approx, dialect_.text_type());
  return format(
      "CASE WHEN {0} > 2 AND ({1} = 0 OR abs({1}) >= 1e-6 AND abs({1}) < 1e6) THEN {2} ELSE {3} "
      "END",
      number.rank, number.approx, plain_number(dialect_.exact(text)), canonical_number(number));
}

}  // namespace dossier::sql
