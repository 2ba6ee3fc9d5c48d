// SPDX-License-Identifier: Apache-2.0
#include "repl/input/names.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>
#include <utility>

#include "dossier/evidence.h"
#include "dossier/rdf.h"
#include "model/vocabulary.h"
#include "repl/format/short_names.h"
#include "repl/input/nearest.h"

namespace dossier::repl {
namespace {

bool is_relation(const Term& term) { return term.value().starts_with(vocabulary::kRelation); }

/// The relations with a label: "leave for" is r:leave_for.
std::vector<Term> relations_named(const KnowledgeBase& kb, const std::string& text) {
  std::set<Term> things;
  for (const Name& name : all_names(kb)) {
    if (name.text == text && is_relation(name.thing)) things.insert(name.thing);
  }
  return {things.begin(), things.end()};
}

/// Meant as a term in SPARQL syntax, rightly written or not.
bool looks_like_syntax(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("<\"'").find(text.front()) != std::string_view::npos) return true;
  if (text.starts_with("_:")) return true;
  return text.find(':') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

std::string class_of(const KnowledgeBase& kb, const Term& thing, const Prefixes& prefixes) {
  QueryOptions options;
  options.parameters.emplace("thing", thing);
  std::string classes;
  QueryResult result = kb.query("SELECT DISTINCT ?class WHERE { ?thing a ?class }", options);
  for (Row row; result.next(row);) {
    if (!classes.empty()) classes += ", ";
    if (row[0]) classes += short_text(*row[0], prefixes);
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
    hint = did_you_mean(text, names);
  } else {
    std::sort(near.begin(), near.end(), [](const std::string& a, const std::string& b) {
      return std::pair(a.size(), a) < std::pair(b.size(), b);
    });
    near.erase(std::unique(near.begin(), near.end()), near.end());
    constexpr std::size_t kShown = 4;
    for (std::size_t i = 0; i < std::min(near.size(), kShown); ++i) {
      hint += (i == 0 ? "; names with it: " : ", ") + near[i];
    }
  }
  throw Error(ErrorCode::input, fmt::format("nothing here is called \"{}\"{}", text, hint));
}

/// The things called exactly `text`: by label, and only when no label fits by another name.
std::vector<Term> called(const KnowledgeBase& kb, const std::string& text, TermUse use) {
  if (use == TermUse::predicate) return relations_named(kb, text);
  std::vector<Term> things = entities_named(kb, text);
  std::erase_if(things, is_relation);
  if (things.size() < 2) return things;
  std::vector<Term> labelled;
  QueryOptions options;
  for (const Term& thing : things) {
    options.parameters = {{"thing", thing}};
    QueryResult result = kb.query("SELECT ?label WHERE { ?thing rdfs:label ?label }", options);
    for (Row row; result.next(row);) {
      if (row[0] && row[0]->value() == text) {
        labelled.push_back(thing);
        break;
      }
    }
  }
  return labelled.empty() ? things : labelled;
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
  QueryOptions options;
  options.parameters.emplace("thing", thing);
  QueryResult result =
      kb.query("SELECT ?label WHERE { ?thing rdfs:label ?label } ORDER BY ?label", options);
  Row row;
  if (result.next(row) && row[0]) return row[0]->value();
  if (!thing.is_iri()) return thing.value();
  const std::size_t cut = thing.value().find_last_of("#/:");
  std::string name = cut == std::string::npos ? thing.value() : thing.value().substr(cut + 1);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::optional<Term> term_in_sparql(const std::string& text, const Prefixes& prefixes,
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
  const std::optional<Term> term = term_in_sparql(text, prefixes, &why);
  if (term && (use == TermUse::object || !term->is_literal())) return *term;
  const std::string name = term ? term->value() : text;
  const std::vector<Term> things = called(kb, name, use);
  if (things.size() == 1) return things.front();
  if (things.size() > 1) refuse_ambiguous(kb, name, things, prefixes);
  if (why && looks_like_syntax(text)) throw *why;
  refuse_unknown(kb, name, use);
}

Term resolve_entity(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes) {
  const std::optional<Term> term = term_in_sparql(text, prefixes);
  if (term && !term->is_literal()) return *term;
  const std::string name = term ? term->value() : text;
  if (!called(kb, name, TermUse::subject).empty()) {
    return resolve_term(kb, text, prefixes, TermUse::subject);
  }
  std::set<Term> things;
  const std::string key = folded(name);
  for (const Name& known : all_names(kb)) {
    if (!is_relation(known.thing) && folded(known.text) == key) things.insert(known.thing);
  }
  if (things.size() == 1) return *things.begin();
  if (things.size() > 1) refuse_ambiguous(kb, name, {things.begin(), things.end()}, prefixes);
  return resolve_term(kb, text, prefixes, TermUse::subject);
}

Term iri_argument(std::string_view option, const std::string& text, const Prefixes& prefixes) {
  const std::optional<Term> term = term_in_sparql(text, prefixes);
  if (term && term->is_iri()) return *term;
  const bool absolute = !term && text.find(':') != std::string::npos &&
                        text.find_first_of(" <>\"{}|\\^`") == std::string::npos;
  if (!absolute)
    throw Error(ErrorCode::usage, fmt::format("{} needs an IRI, not {}", option, text));
  return Term::iri(text);
}

}  // namespace dossier::repl
