// SPDX-License-Identifier: Apache-2.0
#include "repl/input/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "model/xsd/datatype.h"
#include "model/xsd/date_time.h"
#include "model/xsd/decimal.h"
#include "model/xsd/floating.h"
#include "repl/input/names.h"

namespace dossier::repl {
namespace {

/// The words of a comment line without its "#".
std::string_view comment_text(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos || line[start] != '#') return {};
  line.remove_prefix(start + 1);
  const std::size_t text = line.find_first_not_of(" \t");
  return text == std::string_view::npos ? std::string_view{} : line.substr(text);
}

std::string without_sigil(std::string name) {
  if (!name.empty() && (name.front() == '?' || name.front() == '$')) name.erase(0, 1);
  return name;
}

bool same_word(std::string_view a, std::string_view b) { return folded(a) == folded(b); }

/// Whether a text is in the lexical space; types that are not checked here take any text.
bool is_value_of(std::string_view lexical, const xsd::DatatypeInfo& info) {
  switch (info.datatype) {
    case xsd::Datatype::boolean:
      return xsd::parse_boolean(lexical).has_value();
    case xsd::Datatype::integer: {
      const auto value = xsd::Integer::parse(lexical);
      return value && xsd::in_bounds(info, *value);
    }
    case xsd::Datatype::decimal:
      return xsd::Decimal::parse(lexical).has_value();
    case xsd::Datatype::double_number:
    case xsd::Datatype::float_number:
      return xsd::parse_double(lexical).has_value();
    case xsd::Datatype::date:
      return xsd::Date::parse(lexical).has_value();
    case xsd::Datatype::date_time:
      return xsd::DateTime::parse(lexical).has_value();
    default:
      return true;
  }
}

/// The XSD type a declaration names: "date", "xsd:date"; null for other words.
const xsd::DatatypeInfo* declared_datatype(std::string_view type) {
  if (type.starts_with("xsd:")) type.remove_prefix(4);
  return xsd::find_datatype(vocabulary::iri(vocabulary::kXsd, type));
}

Term value_of_datatype(const std::string& text, const ParameterDeclaration& declaration,
                       const xsd::DatatypeInfo& info, const Prefixes& prefixes) {
  const std::string datatype = vocabulary::iri(vocabulary::kXsd, info.local_name);
  Term term = Term::typed(text, datatype);
  if (text.starts_with('"') || text.starts_with('\'')) {
    std::optional<Error> why;
    const std::optional<Term> quoted = term_in_sparql(text, prefixes, &why);
    if (!quoted) throw *why;
    term = *quoted;
  }
  const bool text_expected = info.datatype == xsd::Datatype::string;
  if (term.datatype() != datatype && !(text_expected && !term.language().empty())) {
    throw Error(ErrorCode::usage, fmt::format("the parameter {} is of type {}, and {} is not",
                                              declaration.name, declaration.type, text));
  }
  if (!is_value_of(term.value(), info)) {
    throw Error(ErrorCode::usage, fmt::format("the parameter {} is of type {}, and \"{}\" is none",
                                              declaration.name, declaration.type, term.value()));
  }
  return term;
}

[[noreturn]] void refuse_missing(const std::vector<const ParameterDeclaration*>& missing) {
  std::string message = "the query asks for what was not given:";
  for (const ParameterDeclaration* declaration : missing) {
    message += fmt::format("\n  -p {}={}  {}", declaration->name,
                           declaration->type.empty() ? "TERM" : declaration->type,
                           declaration->description);
  }
  throw Error(ErrorCode::usage, message);
}

}  // namespace

std::vector<ParameterDeclaration> declared_parameters(std::string_view text) {
  std::vector<ParameterDeclaration> declarations;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words{std::string(comment_text(line))};
    std::string mark;
    ParameterDeclaration declaration;
    if (!(words >> mark >> declaration.name) || mark != "@param") continue;
    words >> declaration.type >> std::ws;
    std::getline(words, declaration.description);
    declaration.name = without_sigil(declaration.name);
    declarations.push_back(std::move(declaration));
  }
  return declarations;
}

std::string description_of(std::string_view text) {
  std::string description;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#!")) continue;
    const std::string_view comment = comment_text(line);
    if (comment.empty() || comment.starts_with('@')) {
      if (!description.empty() || line.find('#') == std::string::npos) break;
      continue;
    }
    if (!description.empty()) description += ' ';
    description += comment;
  }
  return description;
}

Term parameter_value(const KnowledgeBase& kb, const std::string& text,
                     const ParameterDeclaration& declaration, const Prefixes& prefixes) {
  if (declaration.type.empty()) return resolve_term(kb, text, prefixes, TermUse::object);
  if (same_word(declaration.type, "iri")) {
    const Term term = resolve_term(kb, text, prefixes, TermUse::object);
    if (term.is_iri()) return term;
    throw Error(ErrorCode::usage,
                fmt::format("the parameter {} is an IRI, and {} is not", declaration.name, text));
  }
  if (const xsd::DatatypeInfo* info = declared_datatype(declaration.type)) {
    return value_of_datatype(text, declaration, *info, prefixes);
  }
  throw Error(
      ErrorCode::usage,
      fmt::format("the parameter {} is declared with the type {}, which is not known; write "
                  "IRI, string, integer, decimal, double, boolean, date or dateTime",
                  declaration.name, declaration.type));
}

std::map<std::string, Term> parameter_values(const KnowledgeBase& kb,
                                             const std::vector<std::string>& given,
                                             const std::vector<ParameterDeclaration>& declared,
                                             const Prefixes& prefixes) {
  std::map<std::string, Term> values;
  for (const std::string& one : given) {
    const std::size_t equals = one.find('=');
    const std::string name = without_sigil(one.substr(0, equals));
    if (equals == std::string::npos || name.empty()) {
      throw Error(ErrorCode::usage, fmt::format("a parameter is written name=term, not {}", one));
    }
    const auto declaration = std::find_if(declared.begin(), declared.end(),
                                          [&](const auto& known) { return known.name == name; });
    const ParameterDeclaration known =
        declaration == declared.end() ? ParameterDeclaration{name, "", ""} : *declaration;
    if (!values.emplace(name, parameter_value(kb, one.substr(equals + 1), known, prefixes))
             .second) {
      throw Error(ErrorCode::usage, fmt::format("the parameter {} is given twice", name));
    }
  }
  std::vector<const ParameterDeclaration*> missing;
  for (const ParameterDeclaration& declaration : declared) {
    if (!values.contains(declaration.name)) missing.push_back(&declaration);
  }
  if (!missing.empty()) refuse_missing(missing);
  return values;
}

}  // namespace dossier::repl
