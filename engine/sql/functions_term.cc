// SPDX-License-Identifier: Apache-2.0
// Functions on terms (SPARQL 1.1, section 17.4.2) and parts of triple terms.
#include <fmt/format.h>

#include "dossier/rdf.h"
#include "engine/sql/compare.h"
#include "engine/sql/expression.h"
#include "model/vocabulary.h"

namespace dossier::sql {

using fmt::format;

namespace {

std::string or_null(const std::string& part) { return part.empty() ? "NULL" : part; }

std::string if_literal(const Value& value, const std::string& part) {
  return format("CASE WHEN {} = 'literal' THEN {} END", value.kind_sql, part);
}

/// The tag without the direction; '' for a literal without one.
std::string language(const Values& values, const Value& value) {
  if (value.language.empty()) return if_literal(value, "''");
  return if_literal(value, format("COALESCE(regexp_replace({}, {}, ''), '')", value.language,
                                  values.quote("--.*$")));
}

std::string direction(const Values& values, const Value& value) {
  if (value.language.empty()) return if_literal(value, "''");
  return if_literal(value, format("COALESCE({}, '')",
                                  values.dialect().extract(value.language, "--(ltr|rtl)$", 1)));
}

}  // namespace

// What a base IRI lacks is cut by its text: the base is known here, the reference is not.
Value ExpressionCompiler::resolved(const Value& argument) const {
  const Dialect& dialect = values_.dialect();
  const std::string text = values_.plain(argument);
  const std::string absolute = dialect.matches(text, "^[A-Za-z][A-Za-z0-9+.-]*:");
  std::string value = format("CASE WHEN {} THEN {} END", absolute, text);
  if (!base_.empty()) {
    const auto prefix = [&](const char* reference) {
      std::string whole = resolve_iri(base_, reference);
      return values_.quote(whole.substr(0, whole.size() - 1));
    };
    value = format(
        "CASE WHEN {0} THEN {1} WHEN {1} = '' THEN {2} WHEN {3} THEN NULL WHEN left({1}, 2) = '//' "
        "THEN {4} || {1} WHEN left({1}, 1) = '/' THEN {5} || substr({1}, 2) WHEN left({1}, 1) = "
        "'#' "
        "THEN {6} || substr({1}, 2) WHEN left({1}, 1) = '?' THEN {7} || substr({1}, 2) ELSE {8} || "
        "{1} END",
        absolute, text, values_.quote(resolve_iri(base_, "")),
        dialect.matches(text, "(^|/)[.][.]?(/|$)"),
        values_.quote(base_.substr(0, base_.find(':') + 1)), prefix("/x"), prefix("#x"),
        prefix("?x"), prefix("x"));
  }
  value = format("CASE WHEN {} THEN NULL ELSE {} END",
                 dialect.matches(text, "[\\x00-\\x20<>\"{}|^`\\\\]"), value);
  if (argument.kind == Value::Kind::iri) return argument;
  return values_.choice(format("({} = 'iri')", argument.kind_sql), argument, values_.iri(value));
}

// The IRI of the datatype; the types of tagged strings are not in the column of the tables.
Value ExpressionCompiler::datatype_of(const Value& value) const {
  if (value.language.empty()) return values_.iri(if_literal(value, or_null(value.datatype)));
  return values_.iri(if_literal(
      value, format("CASE WHEN {0} LIKE '%--%' THEN {1} WHEN {0} IS NOT NULL THEN {2} ELSE {3} END",
                    value.language, values_.quote(vocabulary::rdf::kDirLangString),
                    values_.quote(vocabulary::rdf::kLangString), value.datatype)));
}

Value ExpressionCompiler::term_test(ast::Builtin function, const Arguments& arguments,
                                    bool& known) const {
  using enum ast::Builtin;
  const Value& first = arguments.front();
  const auto is_kind = [&](std::string_view kind) {
    return values_.boolean(format("({} = '{}')", first.kind_sql, kind));
  };
  const auto if_bound = [&](const std::string& test) {
    return values_.boolean(format("CASE WHEN {} THEN {} END", is_bound(first), test));
  };
  switch (function) {
    case isiri:
      return is_kind("iri");
    case isblank:
      return is_kind("blank");
    case isliteral:
      return is_kind("literal");
    case istriple:
      return is_kind("triple");
    case isnumeric:
      return if_bound(or_null(first.rank) + " IS NOT NULL");
    case bound:
      return values_.boolean(is_bound(first));
    case sameterm:
      return values_.boolean(same_term(values_, first, arguments[1]));
    case haslang:
      return if_bound(or_null(first.language) + " IS NOT NULL");
    case haslangdir:
      return if_bound(format("COALESCE({}, '') <> ''", direction(values_, first)));
    case langmatches:
      return values_.boolean(format(
          "CASE WHEN {1} = '*' THEN {0} <> '' ELSE lower({0}) = lower({1}) OR {2} END",
          values_.plain(first), values_.plain(arguments[1]),
          values_.dialect().starts(format("lower({})", values_.plain(first)),
                                   format("lower({}) || '-'", values_.plain(arguments[1])))));
    default:
      known = false;
      return Values::error();
  }
}

Value ExpressionCompiler::term_part(ast::Builtin function, const Arguments& arguments,
                                    bool& known) const {
  using enum ast::Builtin;
  const Value& first = arguments.front();
  switch (function) {
    case str:
      return values_.text(format("CASE WHEN {} IN ('iri', 'literal') THEN {} END", first.kind_sql,
                                 or_null(first.lexical)));
    case lang:
      return values_.text(language(values_, first));
    case langdir:
      return values_.text(direction(values_, first));
    case datatype:
      return datatype_of(first);
    case iri:
      return resolved(first);
    default:
      known = false;
      return Values::error();
  }
}

Value ExpressionCompiler::made_term(ast::Builtin function, const Arguments& arguments,
                                    bool& known) {
  using enum ast::Builtin;
  const auto plain = [&](std::size_t i) { return values_.plain(arguments[i]); };
  const auto proper_tag = [&] {
    constexpr std::string_view kShape = "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$";
    return format("CASE WHEN {} THEN {} END", values_.dialect().matches(plain(1), kShape),
                  plain(1));
  };
  volatile_ = volatile_ || function == bnode || function == uuid || function == struuid;
  switch (function) {
    case strdt:
      return values_.literal(
          format("CASE WHEN {} = 'iri' AND {} NOT IN ({}, {}) THEN {} END", arguments[1].kind_sql,
                 or_null(arguments[1].lexical), values_.quote(vocabulary::rdf::kLangString),
                 values_.quote(vocabulary::rdf::kDirLangString), plain(0)),
          or_null(arguments[1].lexical));
    case strlang:
      return values_.tagged(plain(0), proper_tag());
    case strlangdir:
      return values_.tagged(
          plain(0), format("CASE WHEN {0} IN ('ltr', 'rtl') THEN {1} || '--' || {0} END", plain(2),
                           proper_tag()));
    case bnode:
      if (!arguments.empty()) refuse("BNODE with a label");
      return values_.blank(format("'u' || replace({}, '-', '')", values_.dialect().uuid()));
    case uuid:
      return values_.iri("'urn:uuid:' || " + values_.dialect().uuid());
    case struuid:
      return values_.text(values_.dialect().uuid());
    default:
      known = false;
      return Values::error();
  }
}

// The parts of a triple term stand in its row by their ids; a computed one is its parts.
Value ExpressionCompiler::part_of_triple(const ast::BuiltinCall& call) {
  using enum ast::Builtin;
  const ast::Expression& argument = call.arguments[0];
  const auto choose = [&](const auto& triple) -> const ast::Expression& {
    return call.function == subject     ? *triple.subject
           : call.function == predicate ? *triple.predicate
                                        : *triple.object;
  };
  if (const auto* made = std::get_if<ast::TripleExpression>(&argument.node)) {
    const Value whole = compile(argument);
    return values_.choice(is_bound(whole), compile(choose(*made)), Values::error());
  }
  if (const auto* term = std::get_if<Term>(&argument.node)) {
    if (!term->is_triple()) return Values::error();
    const Triple& triple = term->as_triple();
    return values_.constant(call.function == subject     ? triple.subject
                            : call.function == predicate ? triple.predicate
                                                         : triple.object);
  }
  refuse("SUBJECT, PREDICATE or OBJECT of a variable (write the triple term as a pattern instead)");
}

}  // namespace dossier::sql
