// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/value.h"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <utility>

#include "engine/functions/value.h"
#include "engine/sql/datatypes.h"
#include "model/ascii.h"
#include "model/vocabulary.h"

namespace dossier::sql {

namespace xsd = vocabulary::xsd;
using fmt::format;

std::string_view kind_name(const Term& term) {
  switch (term.kind()) {
    case Term::Kind::iri:
      return "iri";
    case Term::Kind::blank_node:
      return "blank";
    case Term::Kind::literal:
      return "literal";
    case Term::Kind::triple:
      break;
  }
  return "triple";
}

std::string language_of(const Term& term) {
  std::string tag(term.language());
  if (term.direction() == Direction::ltr) tag += "--ltr";
  if (term.direction() == Direction::rtl) tag += "--rtl";
  return tag;
}

std::string code_of(const Term& term) {
  switch (term.kind()) {
    case Term::Kind::iri:
      return "I " + term.value();
    case Term::Kind::blank_node:
      return "B " + term.value();
    case Term::Kind::triple:
      return "T " + term.to_string();
    case Term::Kind::literal:
      break;
  }
  if (!term.language().empty()) return "G" + ascii_lower(language_of(term)) + " " + term.value();
  return "L" + std::string(term.datatype()) + " " + term.value();
}

std::string is_bound(const Value& value) {
  const std::string& kind = value.kind_sql;
  if (kind.starts_with('\'')) return "TRUE";
  return value.is_error() ? "FALSE" : format("({} IS NOT NULL)", kind);
}

Value Values::error() {
  Value value;
  value.kind_sql = "NULL";
  return value;
}

Value Values::literal(std::string lexical, std::string datatype) const {
  Value value;
  value.kind = Value::Kind::literal;
  value.kind_sql = format("CASE WHEN {} IS NOT NULL THEN 'literal' END", lexical);
  value.lexical = std::move(lexical);
  value.datatype = std::move(datatype);
  return value;
}

Value Values::typed(std::string lexical, std::string_view datatype) const {
  return literal(std::move(lexical), quote(datatype));
}

Value Values::text(std::string lexical) const { return typed(std::move(lexical), xsd::kString); }

Value Values::text_like(std::string lexical, const Value& like) const {
  Value value = text(std::move(lexical));
  if (like.language.empty()) return value;
  value.language = like.language;
  value.datatype = like.datatype;
  return value;
}

Value Values::tagged(std::string lexical, std::string language) const {
  Value value = typed(std::move(lexical), vocabulary::rdf::kLangString);
  value.kind_sql = format("CASE WHEN {} IS NOT NULL AND {} IS NOT NULL THEN 'literal' END",
                          value.lexical, language);
  value.language = std::move(language);
  return value;
}

Value Values::iri(std::string text) const {
  Value value;
  value.kind = Value::Kind::iri;
  value.kind_sql = format("CASE WHEN {} IS NOT NULL THEN 'iri' END", text);
  value.lexical = std::move(text);
  return value;
}

Value Values::blank(std::string label) const {
  Value value;
  value.kind = Value::Kind::blank;
  value.kind_sql = "'blank'";
  value.lexical = std::move(label);
  return value;
}

Value Values::boolean(std::string truth) const {
  if (truth == "NULL") return error();
  Value value = typed(format("CASE WHEN {0} THEN 'true' WHEN NOT {0} THEN 'false' END", truth),
                      xsd::kBoolean);
  value.truth = std::move(truth);
  return value;
}

Value Values::number(std::string rank, std::string exact, std::string approx) const {
  Value value;
  value.kind = Value::Kind::literal;
  value.kind_sql =
      format("CASE WHEN {} IS NOT NULL AND {} IS NOT NULL THEN 'literal' END", rank, approx);
  value.rank = std::move(rank);
  value.exact = std::move(exact);
  value.approx = std::move(approx);
  value.lexical = canonical_number(value);
  value.datatype =
      format("CASE {} WHEN 1 THEN {} WHEN 2 THEN {} WHEN 3 THEN {} WHEN 4 THEN {} END", value.rank,
             quote(xsd::kInteger), quote(xsd::kDecimal), quote(xsd::kFloat), quote(xsd::kDouble));
  return value;
}

Value Values::integer(const std::string& whole) const {
  return number(format("CASE WHEN {} IS NOT NULL THEN 1 END", whole),
                format("CAST({} AS DECIMAL(38, 18))", whole), format("CAST({} AS DOUBLE)", whole));
}

namespace {

std::string double_constant(double number) {
  if (std::isnan(number)) return "CAST('NaN' AS DOUBLE)";
  if (std::isinf(number)) return format("CAST('{}Infinity' AS DOUBLE)", number < 0 ? "-" : "");
  return format("CAST('{}' AS DOUBLE)", number);
}

}  // namespace

Value Values::constant(const Term& term) const {
  Value value;
  value.kind_sql = quote(kind_name(term));
  value.lexical = quote(term.is_triple() ? term.to_string() : term.value());
  value.code = quote(code_of(term));
  using Kind = Value::Kind;
  value.kind = term.is_iri()          ? Kind::iri
               : term.is_blank_node() ? Kind::blank
               : term.is_triple()     ? Kind::triple
                                      : Kind::literal;
  if (!term.is_literal()) return value;
  value.datatype = quote(term.datatype());
  if (!term.language().empty()) {
    value.language = quote(language_of(term));
    return value;
  }
  const functions::Value known = functions::value_of(term);
  if (const auto type = functions::numeric_type(known)) {
    value.rank = std::to_string(1 + static_cast<int>(*type));
    value.exact = *type <= functions::NumericType::decimal ? dialect_.exact(value.lexical) : "";
    value.approx = double_constant(functions::to_double(known));
  } else if (term.datatype() != xsd::kString) {
    value.truth = truth_of(dialect_, value.lexical, value.datatype);
    value.day = day_of(value.lexical, value.datatype);
  }
  return value;
}

Value Values::row(const std::string& alias) const {
  const auto column = [&](const char* name) { return alias + "." + name; };
  Value value;
  value.kind_sql = column("kind");
  value.lexical = column("lexical");
  value.datatype = column("datatype");
  value.language = column("language");
  value.approx = column("number");
  value.rank = format("CASE WHEN {} IS NOT NULL THEN {} END", value.approx,
                      rank_of(dialect_, value.datatype));
  value.exact = dialect_.exact(value.lexical);
  value.day = column("day");
  value.truth = truth_of(dialect_, value.lexical, value.datatype);
  value.id = column("id");
  return value;
}

Value Values::decoded(const std::string& column) const {
  Value value;
  value.code = column;
  value.kind_sql = format(
      "CASE left({}, 1) WHEN 'I' THEN 'iri' WHEN 'B' THEN 'blank' WHEN 'T' THEN 'triple' WHEN 'L' "
      "THEN 'literal' WHEN 'G' THEN 'literal' END",
      column);
  const std::string tag = format("substr({0}, 2, instr({0}, ' ') - 2)", column);
  value.lexical = format("substr({0}, instr({0}, ' ') + 1)", column);
  value.datatype = format("CASE left({0}, 1) WHEN 'L' THEN {1} WHEN 'G' THEN {2} END", column, tag,
                          quote(vocabulary::rdf::kLangString));
  value.language = format("CASE left({0}, 1) WHEN 'G' THEN {1} END", column, tag);
  add_literal_values(value);
  return value;
}

void Values::add_literal_values(Value& value) const {
  value.approx = number_of(dialect_, value.lexical, value.datatype);
  value.rank = format("CASE WHEN {} IS NOT NULL THEN {} END", value.approx,
                      rank_of(dialect_, value.datatype));
  value.exact = dialect_.exact(value.lexical);
  value.truth = truth_of(dialect_, value.lexical, value.datatype);
  value.day = day_of(value.lexical, value.datatype);
}

Value Values::choice(const std::string& condition, const Value& yes, const Value& no) const {
  const auto part = [&](const std::string& a, const std::string& b) -> std::string {
    if (a == b) return a;
    const auto or_null = [](const std::string& text) { return text.empty() ? "NULL" : text; };
    return format("CASE WHEN {} THEN {} ELSE {} END", condition, or_null(a), or_null(b));
  };
  Value value;
  value.kind = yes.kind == no.kind ? yes.kind : Value::Kind::any;
  value.kind_sql = part(yes.kind_sql, no.kind_sql);
  value.lexical = part(yes.lexical, no.lexical);
  value.datatype = part(yes.datatype, no.datatype);
  value.language = part(yes.language, no.language);
  value.rank = part(yes.rank, no.rank);
  value.exact = part(yes.exact, no.exact);
  value.approx = part(yes.approx, no.approx);
  value.truth = part(yes.truth, no.truth);
  value.day = part(yes.day, no.day);
  return value;
}

}  // namespace dossier::sql
