// SPDX-License-Identifier: Apache-2.0
#include "engine/saved/name_resolution.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "dossier/rdf.h"
#include "engine/results/short_names.h"
#include "model/nearest.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

bool is_relation(const Term& term) { return term.value().starts_with(vocabulary::kRelation); }
bool is_entity(const Term& term) { return term.value().starts_with(vocabulary::kEntity); }

/// Whether the text is meant as a term in Turtle syntax, correct or not.
bool looks_like_syntax(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("<\"'").find(text.front()) != std::string_view::npos) return true;
  if (text.starts_with("_:")) return true;
  return text.find(':') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

std::vector<Term> first_column(const KnowledgeBase& kb, std::string_view query, const char* name,
                               const Term& value) {
  QueryOptions options;
  options.timeout = kNoTimeLimit;  // a look-up on the way to a query, whose limits may be wider
  options.parameters.emplace(name, value);
  std::vector<Term> terms;
  QueryResult result = kb.query(query, options);
  for (Row row; result.next(row);) {
    if (row[0]) terms.push_back(*row[0]);
  }
  return terms;
}

std::string class_of(const KnowledgeBase& kb, const Term& thing, const Prefixes& prefixes) {
  std::string classes;
  for (const Term& one :
       first_column(kb, "SELECT DISTINCT ?class WHERE { ?thing a ?class }", "thing", thing)) {
    if (!classes.empty()) classes += ", ";
    classes += short_text(one, prefixes);
  }
  return classes;
}

[[noreturn]] void refuse_ambiguous(const KnowledgeBase& kb, const std::string& text,
                                   const std::vector<Term>& things, const Prefixes& prefixes) {
  std::string message =
      fmt::format("\"{}\" is the name of {} things; say which:", text, things.size());
  for (const Term& thing : things) {
    message +=
        fmt::format("\n  {}  {}", short_text(thing, prefixes), class_of(kb, thing, prefixes));
  }
  throw Error(ErrorCode::input, message);
}

[[noreturn]] void refuse_unknown(const KnowledgeBase& kb, const std::string& text, TermUse use) {
  std::vector<std::string> near;
  std::vector<std::string> names;
  const std::string key = folded(text);
  for (const Name& name : all_names(kb)) {
    if (is_relation(name.thing) != (use == TermUse::predicate)) continue;
    const bool inside = key.size() > 2 && folded(name.text).find(key) != std::string::npos;
    (inside ? near : names).push_back(name.text);
  }
  std::string hint;
  if (near.empty()) {
    hint = did_you_mean(text, names, folded);
  } else {
    std::sort(near.begin(), near.end(), [](const std::string& a, const std::string& b) {
      return std::pair(a.size(), a) < std::pair(b.size(), b);
    });
    near.erase(std::unique(near.begin(), near.end()), near.end());
    constexpr std::size_t kShown = 4;
    for (std::size_t i = 0; i < std::min(near.size(), kShown); ++i) {
      hint += (i == 0 ? "; names that contain it: " : ", ") + near[i];
    }
  }
  throw Error(ErrorCode::input, fmt::format("nothing is called \"{}\"{}", text, hint));
}

/// What a name can mean: relations as predicates; elsewhere entities before other things.
std::vector<Term> meant(std::vector<Term> things, TermUse use) {
  const bool relation = use == TermUse::predicate;
  std::erase_if(
      things, [&](const Term& thing) { return !thing.is_iri() || is_relation(thing) != relation; });
  std::sort(things.begin(), things.end());
  things.erase(std::unique(things.begin(), things.end()), things.end());
  if (std::any_of(things.begin(), things.end(), is_entity)) {
    std::erase_if(things, [](const Term& thing) { return !is_entity(thing); });
  }
  return things;
}

using Fits = std::function<bool(const std::string&)>;

/// The things with a fitting name, whatever its language; by label if there is one. Reads all
/// names.
std::vector<Term> with_name(const KnowledgeBase& kb, TermUse use, const Fits& fits) {
  std::vector<Term> by_label;
  std::vector<Term> by_other_name;
  for (Name& name : all_names(kb)) {
    if (fits(name.text)) (name.label ? by_label : by_other_name).push_back(std::move(name.thing));
  }
  by_label = meant(std::move(by_label), use);
  return by_label.empty() ? meant(std::move(by_other_name), use) : by_label;
}

/// The things called exactly `text`: by label, and only when no label fits by another name.
std::vector<Term> called(const KnowledgeBase& kb, const std::string& text, TermUse use) {
  for (const char* query : {"SELECT DISTINCT ?thing { ?thing rdfs:label ?name }",
                            "SELECT DISTINCT ?thing { ?thing skos:altLabel ?name }"}) {
    std::vector<Term> things = meant(first_column(kb, query, "name", Term::string(text)), use);
    if (!things.empty()) return things;
  }
  return with_name(kb, use, [&](const std::string& name) { return name == text; });
}

}  // namespace

std::vector<Name> all_names(const KnowledgeBase& kb) {
  std::vector<Name> names;
  for (const bool label : {true, false}) {
    QueryResult result =
        kb.query(label ? "SELECT DISTINCT ?thing ?name { ?thing rdfs:label ?name }"
                       : "SELECT DISTINCT ?thing ?name { ?thing skos:altLabel ?name }");
    for (Row row; result.next(row);) {
      if (row[0] && row[1] && row[0]->is_iri()) names.push_back({*row[0], row[1]->value(), label});
    }
  }
  return names;
}

std::string folded(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
      .foldCase()
      .toUTF8String(out);
  return out;
}

std::string label_of(const KnowledgeBase& kb, const Term& thing) {
  const std::vector<Term> labels = first_column(
      kb, "SELECT ?label WHERE { ?thing rdfs:label ?label } ORDER BY ?label", "thing", thing);
  if (!labels.empty()) return labels.front().value();
  if (!thing.is_iri()) return thing.value();
  const std::size_t cut = thing.value().find_last_of("#/:");
  std::string name = cut == std::string::npos ? thing.value() : thing.value().substr(cut + 1);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::optional<Term> parsed_term(const std::string& text, const Prefixes& prefixes,
                                std::optional<Error>* why) {
  try {
    return parse_term(text, prefixes);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::syntax) throw;
    if (why != nullptr) *why = error;
    return std::nullopt;
  }
}

Term resolve_term(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes,
                  TermUse use) {
  std::optional<Error> why;
  const std::optional<Term> term = parsed_term(text, prefixes, &why);
  if (term && (use == TermUse::object || !term->is_literal())) return *term;
  const std::string name = term ? term->value() : text;
  const std::vector<Term> things = called(kb, name, use);
  if (things.size() == 1) return things.front();
  if (things.size() > 1) refuse_ambiguous(kb, name, things, prefixes);
  if (why && looks_like_syntax(text)) throw *why;
  refuse_unknown(kb, name, use);
}

Term resolve_entity(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes) {
  const std::optional<Term> term = parsed_term(text, prefixes);
  if (term && !term->is_literal()) return *term;
  const std::string name = term ? term->value() : text;
  std::vector<Term> things = called(kb, name, TermUse::subject);
  if (things.empty()) {
    const std::string key = folded(name);
    things = with_name(kb, TermUse::subject,
                       [&](const std::string& known) { return folded(known) == key; });
  }
  if (things.size() == 1) return things.front();
  if (things.size() > 1) refuse_ambiguous(kb, name, things, prefixes);
  return resolve_term(kb, text, prefixes, TermUse::subject);
}

}  // namespace dossier
