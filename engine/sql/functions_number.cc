// SPDX-License-Identifier: Apache-2.0
// Functions on numbers and moments, and casts (SPARQL 1.1, sections 17.4.4, 17.4.5 and 17.5).
#include <fmt/format.h>

#include "engine/sql/datatypes.h"
#include "engine/sql/expression.h"
#include "model/vocabulary.h"

namespace dossier::sql {

namespace xsd = vocabulary::xsd;
using fmt::format;

Value ExpressionCompiler::number_function(ast::Builtin function, const Arguments& arguments,
                                          bool& known) {
  using enum ast::Builtin;
  if (function == rand) {
    volatile_ = true;
    Value value = values_.number("4", "", values_.dialect().random());
    // Once in the code: a lexical form in parts would be made of several numbers.
    value.code =
        format("{} || CAST({} AS {})", values_.quote("L" + std::string(xsd::kDouble) + " "),
               values_.dialect().random(), values_.dialect().text_type());
    return value;
  }
  const char* name = function == abs     ? "abs({})"
                     : function == ceil  ? "ceil({})"
                     : function == floor ? "floor({})"
                     : function == round ? "floor({} + 0.5)"
                                         : nullptr;
  if (name == nullptr) {
    known = false;
    return Values::error();
  }
  const Value& number = arguments[0];
  if (number.rank.empty()) return Values::error();
  const std::string exact = number.exact.empty() ? ""
                                                 : format("CAST({} AS DECIMAL(38, 18))",
                                                          format(fmt::runtime(name), number.exact));
  return values_.number(number.rank, exact, format(fmt::runtime(name), number.approx));
}

Value ExpressionCompiler::time_function(ast::Builtin function, const Arguments& arguments,
                                        bool& known) const {
  using enum ast::Builtin;
  const Dialect& dialect = values_.dialect();
  if (function == now) return values_.typed(dialect.now(), xsd::kDateTime);
  // Only literals of these types have the parts.
  const auto lexical = [&](bool clock) {
    const Value& value = arguments[0];
    if (value.datatype.empty()) return values_.no_text();
    std::string types =
        values_.quote(xsd::kDateTime) + ", " + values_.quote(clock ? xsd::kTime : xsd::kDate);
    if (function == tz || function == timezone) types += ", " + values_.quote(xsd::kDate);
    return format("CASE WHEN {} IN ({}) THEN {} END", value.datatype, types, value.lexical);
  };
  const auto number = [&](bool clock, std::string_view pattern) {
    return values_.integer(dialect.exact(dialect.extract(lexical(clock), pattern, 1)));
  };
  switch (function) {
    case year:
      return number(false, "^(-?[0-9]{4,})-");
    case month:
      return number(false, "^-?[0-9]{4,}-([0-9][0-9])-");
    case day:
      return number(false, "^-?[0-9]{4,}-[0-9][0-9]-([0-9][0-9])");
    case hours:
      return number(true, "(?:^|T)([0-9][0-9]):[0-9][0-9]:");
    case minutes:
      return number(true, "(?:^|T)[0-9][0-9]:([0-9][0-9]):");
    case seconds: {
      const std::string text =
          dialect.extract(lexical(true), "(?:^|T)[0-9][0-9]:[0-9][0-9]:([0-9]+(?:[.][0-9]+)?)", 1);
      return values_.number(format("CASE WHEN {} IS NOT NULL THEN 2 END", text),
                            dialect.exact(text), dialect.approximate(text));
    }
    case tz:
      return values_.text(
          format("CASE WHEN {0} IS NOT NULL THEN COALESCE({1}, '') END", lexical(true),
                 dialect.extract(lexical(true), ":.*(Z|[+-][0-9][0-9]:[0-9][0-9])$", 1)));
    case timezone: {
      const auto digits = [&](std::string_view pattern) {
        return format("CAST({} AS INT)", dialect.extract(lexical(true), pattern, 1));
      };
      const std::string zone = dialect.extract(lexical(true), "(Z|[+-][0-9][0-9]:[0-9][0-9])$", 1);
      const std::string hour = digits("[+-]([0-9][0-9]):[0-9][0-9]$");
      const std::string minute = digits("[+-][0-9][0-9]:([0-9][0-9])$");
      return values_.typed(
          format("CASE WHEN {0} IS NULL THEN NULL WHEN {0} IN ('Z', '+00:00', '-00:00') THEN 'PT0S'"
                 " ELSE CASE left({0}, 1) WHEN '-' THEN '-' ELSE '' END || 'PT' || CASE WHEN {1} > "
                 "0 THEN CAST({1} AS {3}) || 'H' ELSE '' END || CASE WHEN {2} > 0 THEN CAST({2} AS "
                 "{3}) || 'M' ELSE '' END END",
                 zone, hour, minute, dialect.text_type()),
          xsd::kDayTimeDuration);
    }
    default:
      known = false;
      return Values::error();
  }
}

namespace {

/// What a number, a truth value or a text becomes as a number of `target`'s rank.
Value to_number(const Values& values, const Value& value, int target) {
  const Dialect& dialect = values.dialect();
  const std::string type = values.quote(target == 1   ? xsd::kInteger
                                        : target == 2 ? xsd::kDecimal
                                        : target == 3 ? xsd::kFloat
                                                      : xsd::kDouble);
  const auto or_null = [](const std::string& part) { return part.empty() ? "NULL" : part; };
  const std::string text = format("trim({})", values.plain(value));
  const std::string of_text = number_of(dialect, text, type);
  const std::string approx = format("COALESCE({}, CAST(CAST({} AS INT) AS DOUBLE), {})",
                                    or_null(value.approx), or_null(value.truth), of_text);
  const std::string rank = format("CASE WHEN {} IS NOT NULL THEN {} END", approx, target);
  if (target > 2) return values.number(rank, "", approx);
  std::string exact = format(
      "COALESCE(CASE WHEN {0} <= 2 THEN {1} ELSE {2} END, CAST(CAST({3} AS INT) AS DECIMAL(38, "
      "18)), CASE WHEN {4} IS NOT NULL THEN {5} END)",
      or_null(value.rank), or_null(value.exact),
      dialect.exact(format("CASE WHEN NOT isnan({0}) AND abs({0}) < 1e20 THEN CAST({0} AS {1}) END",
                           or_null(value.approx), dialect.text_type())),
      or_null(value.truth), of_text, dialect.exact(text));
  if (target == 1)
    exact = format("CAST(CASE WHEN {0} < 0 THEN ceil({0}) ELSE floor({0}) END AS DECIMAL(38, 18))",
                   exact);
  return values.number(format("CASE WHEN {} IS NOT NULL THEN {} END", exact, target), exact,
                       format("CAST({} AS DOUBLE)", exact));
}

Value to_text(const Values& values, const Value& value) {
  std::string text =
      format("CASE WHEN {} IN ('iri', 'literal') AND {} IS NULL THEN {} END", value.kind_sql,
             value.language.empty() ? "NULL" : value.language, value.lexical);
  if (!value.truth.empty())
    text = format("CASE WHEN {0} IS NULL THEN {1} WHEN {0} THEN 'true' ELSE 'false' END",
                  value.truth, text);
  if (!value.rank.empty())
    text = format("CASE WHEN {} IS NOT NULL THEN {} ELSE {} END", value.rank,
                  values.cast_number(value), text);
  return values.text(text);
}

Value to_boolean(const Values& values, const Value& value) {
  const auto or_null = [](const std::string& part) { return part.empty() ? "NULL" : part; };
  const std::string text = format("trim({})", values.plain(value));
  return values.boolean(
      format("COALESCE({}, CASE WHEN {} IS NOT NULL THEN {} <> 0 AND NOT isnan({}) END, {})",
             or_null(value.truth), or_null(value.rank), or_null(value.approx),
             or_null(value.approx), truth_of(values.dialect(), text, values.quote(xsd::kBoolean))));
}

/// xsd:dateTime and xsd:date of each other and of their texts.
Value to_moment(const Values& values, const Value& value, std::string_view target) {
  if (value.datatype.empty()) return Values::error();
  const Dialect& dialect = values.dialect();
  const bool date = target == xsd::kDate;
  const std::string& text = value.lexical;
  const std::string zone =
      format("COALESCE({}, '')", dialect.extract(text, "(Z|[+-][0-9][0-9]:[0-9][0-9])$", 1));
  const std::string other = values.quote(date ? xsd::kDateTime : xsd::kDate);
  const std::string converted = date ? format("left({}, 10) || {}", text, zone)
                                     : format("left({}, 10) || 'T00:00:00' || {}", text, zone);
  const char* shape =
      date ? "^-?[0-9]{4,}-[0-9][0-9]-[0-9][0-9](Z|[+-][0-9][0-9]:[0-9][0-9])?$"
           : "^-?[0-9]{4,}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]([.][0-9]+)?(Z|[+"
             "-][0-9][0-9]:[0-9][0-9])?$";
  return values.typed(
      format("CASE WHEN {0} IN ({1}, {2}) THEN CASE WHEN {3} THEN {4} END WHEN {0} = {5} THEN {6} "
             "END",
             value.datatype, values.quote(xsd::kString), values.quote(target),
             dialect.matches(text, shape), text, other, converted),
      target);
}

}  // namespace

Value ExpressionCompiler::cast(std::string_view type, const Value& value) const {
  if (value.is_error()) return value;
  if (type == xsd::kString) return to_text(values_, value);
  if (type == xsd::kBoolean) return to_boolean(values_, value);
  if (type == xsd::kInteger) return to_number(values_, value, 1);
  if (type == xsd::kDecimal) return to_number(values_, value, 2);
  if (type == xsd::kFloat) return to_number(values_, value, 3);
  if (type == xsd::kDouble) return to_number(values_, value, 4);
  if (type == xsd::kDateTime || type == xsd::kDate) return to_moment(values_, value, type);
  refuse(format("the function <{}>", type));
}

Value ExpressionCompiler::call(const ast::FunctionCall& call) {
  if (call.arguments.size() != 1) refuse(format("the function <{}>", call.function.value()));
  return cast(call.function.value(), compile(call.arguments[0]));
}

}  // namespace dossier::sql
