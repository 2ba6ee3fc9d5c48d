// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/empty_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>
#include <string_view>
#include <vector>

#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "extract/record/relation_families.h"
#include "extract/record/relation_labels.h"
#include "model/nearest.h"
#include "model/vocabulary.h"
#include "repl/tasks/not_asserted.h"
#include "repl/tasks/unmatched_patterns.h"

namespace dossier::repl {
namespace {

using Place = UnknownConstant::Place;

/// "a subject" and the query for the IRIs that do stand there.
struct PlaceWords {
  std::string_view role;
  std::string_view query;
};

PlaceWords words_of(Place place) {
  switch (place) {
    case Place::subject:
      return {"a subject", "SELECT DISTINCT ?x WHERE { ?x ?p ?o FILTER(isIRI(?x)) }"};
    case Place::predicate:
      return {"a predicate", "SELECT DISTINCT ?x WHERE { ?s ?x ?o }"};
    case Place::object:
      return {"an object", "SELECT DISTINCT ?x WHERE { ?s ?p ?x FILTER(isIRI(?x)) }"};
    case Place::graph:
      return {"a graph", "SELECT DISTINCT ?x WHERE { GRAPH ?x {} }"};
    case Place::triple_term:
      break;
  }
  return {"in a triple term", {}};
}

/// IRIs that do stand at a place, as prefixed names.
std::vector<std::string> names_at(const KnowledgeBase& kb, Place place, const QueryOptions& options,
                                  const Prefixes& prefixes) {
  std::vector<std::string> names;
  const std::string_view query = words_of(place).query;
  if (query.empty()) return names;
  QueryOptions own;
  own.cancellation = options.cancellation;
  own.default_graph = options.default_graph;
  QueryResult result = kb.query(query, own);
  for (Row row; result.next(row);) {
    if (row[0]) names.push_back(short_text(*row[0], prefixes));
  }
  return names;
}

/// "r:met" may be r:meet as it is printed, or how something was said.
std::string hint_for_relation(const KnowledgeBase& kb, const Term& relation,
                              const QueryOptions& options, const Prefixes& prefixes) {
  if (!relation.value().starts_with(vocabulary::kRelation)) return {};
  const std::string printed = label_of(kb, relation);
  QueryOptions own;
  own.cancellation = options.cancellation;
  own.parameters = {{"printed", Term::string(printed)}};
  QueryResult found = kb.query(
      "SELECT ?relation { ?relation rdfs:label $printed "
      "FILTER(STRSTARTS(STR(?relation), STR(r:))) } ORDER BY ?relation LIMIT 1",
      own);
  for (const Row& row : found)
    return fmt::format("; did you mean {}?", short_text(*row[0], prefixes));
  for (const auto& [family, member] : extract::builtin_families())
    if (family == "say" && extract::relation_label(member, true) == printed)
      return "; what somebody said is shown by .says NAME, with a query by k:speaker and "
             "k:attributedTo";
  return {};
}

/// e:Lavrof is nearly a word of the name of e:Sergey_Lavrov.
std::string hint_for_entity(const KnowledgeBase& kb, const Term& entity, const Prefixes& prefixes) {
  if (!entity.value().starts_with(vocabulary::kEntity)) return {};
  std::map<std::string, Term> things;  // by a word that begins with a capital
  std::vector<std::string> words;
  for (const Name& name : all_names(kb)) {
    if (!name.thing.is_iri()) continue;
    std::istringstream parts(name.text);
    for (std::string word; parts >> word;) {
      const bool capital = std::isupper(static_cast<unsigned char>(word[0])) != 0;
      if (capital && things.emplace(word, name.thing).second) words.push_back(word);
    }
  }
  std::string hint;
  for (const std::string& word : nearest(label_of(kb, entity), words, 1, folded))
    hint = fmt::format("; did you mean {}?", short_text(things.at(word), prefixes));
  return hint;
}

std::string hint_for(const KnowledgeBase& kb, const UnknownConstant& one,
                     const QueryOptions& options, const Prefixes& prefixes) {
  std::string hint;
  if (one.place == Place::predicate) hint = hint_for_relation(kb, one.term, options, prefixes);
  if (!hint.empty()) return hint;
  hint = did_you_mean(short_text(one.term, prefixes), names_at(kb, one.place, options, prefixes));
  return hint.empty() ? hint_for_entity(kb, one.term, prefixes) : hint;
}

}  // namespace

std::string explain_empty_result(const KnowledgeBase& kb, const std::string& text,
                                 const QueryOptions& options, const Prefixes& prefixes) {
  std::string message;
  for (const UnknownConstant& one : kb.unknown_constants(text, options)) {
    if (one.term.is_literal()) continue;  // its pattern says more
    const std::string name = short_text(one.term, prefixes);
    const std::string hint = one.term.is_iri() ? hint_for(kb, one, options, prefixes) : "";
    message += one.is_elsewhere
                   ? fmt::format("{} is never {}{}\n", name, words_of(one.place).role, hint)
                   : fmt::format("{} is not in this knowledge base{}\n", name, hint);
  }
  const NotAsserted not_asserted = explain_not_asserted(kb, text, options, prefixes);
  message += explain_unmatched_patterns(kb, text, options, prefixes, not_asserted.patterns);
  return message + not_asserted.text;
}

}  // namespace dossier::repl
