// SPDX-License-Identifier: Apache-2.0
// Functions on strings (SPARQL 1.1, section 17.4.3).
#include <fmt/format.h>

#include <algorithm>

#include "engine/functions/regex.h"
#include "engine/sql/expression.h"
#include "model/vocabulary.h"

namespace dossier::sql {

using fmt::format;

namespace {

/// Whether the second is plain or has the tag of the first.
std::string compatible(const Value& a, const Value& b) {
  if (b.language.empty()) return "TRUE";
  if (a.language.empty()) return format("({} IS NULL)", b.language);
  return format("({1} IS NULL OR COALESCE(lower({0}) = lower({1}), FALSE))", a.language,
                b.language);
}

/// XPath's rounding of positions.
std::string rounded(const Value& number) {
  if (number.rank.empty()) return "NULL";
  return format("floor(CASE WHEN {} IS NOT NULL THEN {} END + 0.5)", number.rank, number.approx);
}

Value substring(const Values& values, const ExpressionCompiler::Arguments& arguments) {
  const std::string text = values.string(arguments[0]);
  const std::string start = rounded(arguments[1]);
  const std::string first = format("greatest({}, 1)", start);
  std::string last = format("length({}) + 1", text);
  if (arguments.size() == 3)
    last = format("least({} + {}, {})", start, rounded(arguments[2]), last);
  const std::string taken = format(
      "CASE WHEN {0} IS NULL OR {1} IS NULL OR ({2}) IS NULL THEN NULL WHEN NOT isnan({1}) AND "
      "{3} < {2} THEN substr({0}, CAST({3} AS INT), CAST({2} - {3} AS INT)) ELSE '' END",
      text, start, last, first);
  return values.text_like(taken, arguments[0]);
}

Value concatenation(const Values& values, const ExpressionCompiler::Arguments& arguments) {
  if (arguments.empty()) return values.text("''");
  std::string text;
  std::string same = "TRUE";
  for (const Value& argument : arguments) {
    text += (text.empty() ? "" : " || ") + values.string(argument);
    if (argument.language.empty())
      same = "FALSE";
    else if (same != "FALSE")
      same += format(" AND COALESCE(lower({}) = lower({}), FALSE)", arguments[0].language,
                     argument.language);
  }
  const Value plain = values.text(format("({})", text));
  if (same == "FALSE") return plain;
  return values.choice(format("({})", same), values.tagged(plain.lexical, arguments[0].language),
                       plain);
}

/// What stands before or behind the first place of the other.
Value part(const Values& values, const ExpressionCompiler::Arguments& arguments, bool behind) {
  const std::string text = values.string(arguments[0]);
  const std::string found = values.string(arguments[1]);
  const std::string at = format("instr({}, {})", text, found);
  const std::string cut = behind ? format("substr({0}, {1} + length({2}))", text, at, found)
                                 : format("left({}, {} - 1)", text, at);
  const std::string fits = compatible(arguments[0], arguments[1]);
  const std::string hit = format("({} AND ({} = '' OR {} > 0))", fits, found, at);
  const std::string whole = behind ? text : "''";
  const Value taken = values.text_like(
      format("CASE WHEN {} = '' THEN {} ELSE {} END", found, whole, cut), arguments[0]);
  const Value none = values.text(format("CASE WHEN {} AND {} > -1 THEN '' END", fits, at));
  return values.choice(hit, taken, none);
}

}  // namespace

Value ExpressionCompiler::text_function(ast::Builtin function, const Arguments& arguments,
                                        bool& known) const {
  using enum ast::Builtin;
  const Dialect& dialect = values_.dialect();
  const auto string = [&](std::size_t i) { return values_.string(arguments[i]); };
  const auto test = [&](const std::string& found) {
    return values_.boolean(
        format("CASE WHEN {} THEN {} END", compatible(arguments[0], arguments[1]), found));
  };
  const auto digest = [&](std::string_view name) {
    const std::string sql = dialect.digest(name, values_.plain(arguments[0]));
    if (sql.empty()) refuse(format("the digest {} in this dialect", name));
    return values_.text(sql);
  };
  switch (function) {
    case strlen:
      return values_.integer(format("length({})", string(0)));
    case ucase:
      return values_.text_like(format("upper({})", string(0)), arguments[0]);
    case lcase:
      return values_.text_like(format("lower({})", string(0)), arguments[0]);
    case encode_for_uri:
      return values_.text(dialect.url_encoded(string(0)));
    case contains:
      return test(dialect.contains(string(0), string(1)));
    case strstarts:
      return test(dialect.starts(string(0), string(1)));
    case strends:
      return test(dialect.ends(string(0), string(1)));
    case strbefore:
      return part(values_, arguments, false);
    case strafter:
      return part(values_, arguments, true);
    case substr:
      return substring(values_, arguments);
    case concat:
      return concatenation(values_, arguments);
    case md5:
      return digest("md5");
    case sha1:
      return digest("sha1");
    case sha256:
      return digest("sha256");
    case sha384:
      return digest("sha384");
    case sha512:
      return digest("sha512");
    default:
      known = false;
      return Values::error();
  }
}

// The engines have the syntax of RE2 in common, into which our own translates XPath's.
Value ExpressionCompiler::regular(const ast::BuiltinCall& call) {
  const bool replaces = call.function == ast::Builtin::replace;
  const std::size_t flags_at = replaces ? 3 : 2;
  const auto constant = [&](std::size_t i, const char* what) -> std::string {
    if (call.arguments.size() <= i) return "";
    const auto* term = std::get_if<Term>(&call.arguments[i].node);
    if (term == nullptr) refuse(format("a {} of REGEX or REPLACE that is no constant", what));
    return term->value();
  };
  const std::string pattern = constant(1, "pattern");
  const std::string flags = constant(flags_at, "flag");
  if (flags.find('q') != std::string::npos) refuse("flag q of REGEX and REPLACE");
  functions::RegexProblem problem;
  const bool proper = functions::Regex::compile(pattern, flags, &problem) != nullptr;
  if (!proper && problem.unsupported) refuse("regular expression: " + problem.reason);
  const auto translated = functions::translate_pattern(
      pattern, flags.find('s') != std::string::npos, flags.find('x') != std::string::npos, problem);
  if (!proper || !translated) return Values::error();
  // The translation has spelled out what a dot leaves out.
  std::string expression = "(?s)" + *translated;
  if (flags.find('i') != std::string::npos) expression = "(?i)" + expression;
  if (flags.find('m') != std::string::npos) expression = "(?m)" + expression;
  const Value text = compile(call.arguments[0]);
  const std::string string = values_.string(text);
  if (!replaces) return values_.boolean(values_.dialect().matches(string, expression));
  std::string replacement = constant(2, "replacement");
  if (replacement.find('\\') != std::string::npos) refuse("a replacement with a backslash");
  std::replace(replacement.begin(), replacement.end(), '$', '\\');
  return values_.text_like(values_.dialect().replace_all(string, expression, replacement), text);
}

}  // namespace dossier::sql
