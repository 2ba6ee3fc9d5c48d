// SPDX-License-Identifier: Apache-2.0
#include "engine/saved/parameter_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "dossier/error.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "model/nearest.h"
#include "model/vocabulary.h"
#include "model/well_formed.h"
#include "model/xsd/datatype.h"
#include "model/xsd/date_time.h"
#include "model/xsd/decimal.h"
#include "model/xsd/floating.h"

namespace dossier {
namespace {

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

bool is_optional(const QueryParameter& parameter) {
  return parameter.default_values && parameter.default_values->empty();
}

bool is_resource_type(std::string_view type) {
  return type == "entity" || type == "IRI" || type == "iri";
}

/// The XSD type a declaration names: "date", "xsd:date"; null for other words.
const xsd::DatatypeInfo* datatype_named(std::string_view type) {
  if (type.starts_with("xsd:")) type.remove_prefix(4);
  return xsd::find_datatype(vocabulary::iri(vocabulary::kXsd, type));
}

bool is_numeric(xsd::Datatype type) {
  return type == xsd::Datatype::integer || type == xsd::Datatype::decimal ||
         type == xsd::Datatype::double_number || type == xsd::Datatype::float_number;
}

[[noreturn]] void refuse_type(const QueryParameter& parameter, std::string_view text) {
  throw Error(ErrorCode::usage, fmt::format("the parameter {} is of type {}, and {} is not",
                                            parameter.name, parameter.type, text));
}

/// Of an XSD type. Language-tagged texts are texts, and a whole number is any kind of number.
Term checked_literal(Term term, const QueryParameter& parameter, const xsd::DatatypeInfo& info) {
  const xsd::DatatypeInfo* own = xsd::find_datatype(term.datatype());
  const bool is_text = info.datatype == xsd::Datatype::string && !term.language().empty();
  const bool is_number = own != nullptr && own->datatype == xsd::Datatype::integer &&
                         is_numeric(info.datatype) && info.datatype != xsd::Datatype::integer;
  const bool is_same =
      own != nullptr && (own == &info || (info.datatype == xsd::Datatype::integer &&
                                          own->datatype == xsd::Datatype::integer));
  if (!term.is_literal() || !(is_text || is_number || is_same)) {
    refuse_type(parameter, term.to_string());
  }
  if (!is_value_of(term.value(), info)) refuse_type(parameter, '"' + term.value() + '"');
  return term;
}

Term literal_from_text(const std::string& text, const QueryParameter& parameter,
                       const xsd::DatatypeInfo& info, const Prefixes& prefixes) {
  if (!text.starts_with('"') && !text.starts_with('\'')) {
    if (!is_value_of(text, info)) refuse_type(parameter, '"' + text + '"');
    return Term::typed(text, vocabulary::iri(vocabulary::kXsd, info.local_name));
  }
  std::optional<Error> why;
  std::optional<Term> quoted = parsed_term(text, prefixes, &why);
  if (!quoted) throw *why;
  return checked_literal(std::move(*quoted), parameter, info);
}

Term resource_from_text(const KnowledgeBase& kb, const std::string& text,
                        const QueryParameter& parameter, const Prefixes& prefixes) {
  if (std::optional<Term> pasted = pasted_iri(text)) {
    if (!parsed_term(text, prefixes)) return *std::move(pasted);
  }
  Term term = resolve_entity(kb, text, prefixes);
  if (!term.is_iri()) refuse_type(parameter, text);
  return term;
}

Term term_from_text(const KnowledgeBase& kb, const std::string& text,
                    const QueryParameter& parameter, const Prefixes& prefixes) {
  if (is_resource_type(parameter.type)) return resource_from_text(kb, text, parameter, prefixes);
  if (const xsd::DatatypeInfo* info = datatype_named(parameter.type)) {
    return literal_from_text(text, parameter, *info, prefixes);
  }
  return resolve_term(kb, text, prefixes, TermUse::object);
}

Term checked_term(const Term& term, const QueryParameter& parameter) {
  if (is_resource_type(parameter.type)) {
    if (!term.is_iri()) refuse_type(parameter, term.to_string());
  } else if (const xsd::DatatypeInfo* info = datatype_named(parameter.type)) {
    return checked_literal(term, parameter, *info);
  }
  return term;
}

/// Throws Error(usage) when the term is none of the choices, if there are any.
void check_choice(const KnowledgeBase& kb, const QueryParameter& parameter, const Term& term,
                  const Prefixes& prefixes) {
  if (parameter.choices.empty()) return;
  std::string list;
  for (const std::string& choice : parameter.choices) {
    if (term_from_text(kb, choice, parameter, prefixes) == term) return;
    list += (list.empty() ? "" : ", ") + choice;
  }
  const std::string given = short_text(term, prefixes);
  throw Error(ErrorCode::usage,
              fmt::format("the parameter {} is one of {}, not {}{}", parameter.name, list, given,
                          did_you_mean(given, parameter.choices)));
}

[[noreturn]] void refuse_missing(const std::vector<const QueryParameter*>& missing) {
  std::string message = "the query needs parameters that were not given:";
  for (const QueryParameter* parameter : missing) {
    message += fmt::format("\n  {}={}{}  {}", parameter->name, parameter->list ? "list of " : "",
                           parameter->type, parameter->description);
    while (message.ends_with(' ')) message.pop_back();
  }
  throw Error(ErrorCode::usage, message);
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The names after "?" and "$", in comments and strings, too.
std::vector<std::string> variables_in(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t at = 0; (at = text.find_first_of("?$", at)) != std::string_view::npos;) {
    const std::size_t begin = ++at;
    while (at < text.size() && is_name_byte(text[at])) ++at;
    if (at > begin) names.emplace_back(text.substr(begin, at - begin));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

void refuse_unknown(std::string_view text, const std::vector<QueryParameter>& declared,
                    const ParameterValues& given) {
  std::vector<std::string> known;
  for (const QueryParameter& parameter : declared) known.push_back(parameter.name);
  if (declared.empty()) known = variables_in(text);
  for (const auto& [name, value] : given) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    throw Error(ErrorCode::usage,
                fmt::format("the query has no parameter {}{}", name, did_you_mean(name, known)));
  }
}

}  // namespace

bool mentions_variable(std::string_view text, std::string_view name) {
  const std::vector<std::string> names = variables_in(text);
  return std::binary_search(names.begin(), names.end(), name);
}

std::vector<Term> terms_of(const KnowledgeBase& kb, const QueryParameter& parameter,
                           const ParameterValue& value, const Prefixes& prefixes) {
  if (value.is_list() && !parameter.list) {
    throw Error(ErrorCode::usage,
                fmt::format("the parameter {} takes one value, not a list", parameter.name));
  }
  std::vector<Term> terms;
  for (const ParameterValue::Item& item : value.items()) {
    const auto* text = std::get_if<std::string>(&item);
    terms.push_back(text != nullptr ? term_from_text(kb, *text, parameter, prefixes)
                                    : checked_term(std::get<Term>(item), parameter));
    check_choice(kb, parameter, terms.back(), prefixes);
  }
  return terms;
}

std::map<std::string, std::vector<Term>> bound_values(const KnowledgeBase& kb,
                                                      std::string_view text,
                                                      const std::vector<QueryParameter>& declared,
                                                      const ParameterValues& given,
                                                      const Prefixes& prefixes) {
  refuse_unknown(text, declared, given);
  std::map<std::string, std::vector<Term>> bound;
  std::vector<const QueryParameter*> missing;
  for (const QueryParameter& parameter : declared) {
    const auto value = given.find(parameter.name);
    if (value != given.end()) {
      bound.emplace(parameter.name, terms_of(kb, parameter, value->second, prefixes));
    } else if (is_optional(parameter)) {
      continue;  // it stays a variable
    } else if (parameter.default_values) {
      const auto& texts = *parameter.default_values;
      const ParameterValue value_of_default =
          parameter.list
              ? ParameterValue(std::vector<ParameterValue::Item>(texts.begin(), texts.end()))
              : ParameterValue(texts.front());
      bound.emplace(parameter.name, terms_of(kb, parameter, value_of_default, prefixes));
    } else {
      missing.push_back(&parameter);
    }
  }
  if (!missing.empty()) refuse_missing(missing);
  if (!declared.empty()) return bound;
  for (const auto& [name, value] : given) {
    const QueryParameter undeclared{.name = name, .list = value.is_list()};
    bound.emplace(name, terms_of(kb, undeclared, value, prefixes));
  }
  return bound;
}

}  // namespace dossier
