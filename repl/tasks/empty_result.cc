// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/empty_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "dossier/evidence.h"
#include "engine/results/short_names.h"
#include "model/nearest.h"
#include "repl/tasks/not_asserted.h"

namespace dossier::repl {
namespace {

using Place = UnknownConstant::Place;

/// "as a subject" and the query for the IRIs that do stand there.
struct PlaceWords {
  std::string_view role;
  std::string_view query;
};

PlaceWords words_of(Place place) {
  switch (place) {
    case Place::subject:
      return {"as a subject ", "SELECT DISTINCT ?x WHERE { ?x ?p ?o FILTER(isIRI(?x)) }"};
    case Place::predicate:
      return {"as a predicate ", "SELECT DISTINCT ?x WHERE { ?s ?x ?o }"};
    case Place::object:
      return {"as an object ", "SELECT DISTINCT ?x WHERE { ?s ?p ?x FILTER(isIRI(?x)) }"};
    case Place::graph:
      return {"as a graph ", "SELECT DISTINCT ?x WHERE { GRAPH ?x {} }"};
    case Place::triple_term:
      break;
  }
  return {"in a triple term ", {}};
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

/// A text where a thing could stand: "Oslo" is the name of e:Oslo.
std::string things_called(const KnowledgeBase& kb, const Term& text, const Prefixes& prefixes) {
  constexpr std::size_t kMost = 3;
  std::string names;
  std::size_t count = 0;
  for (const Term& thing : entities_named(kb, text.value())) {
    if (++count > kMost) break;
    names += (names.empty() ? "" : ", ") + short_text(thing, prefixes);
  }
  return names.empty() ? "" : fmt::format("; it is the name of {}", names);
}

/// What stands behind the predicate that the query has before this text, when that is little:
/// k:polarity has "negative" alone.
std::string values_beside(const KnowledgeBase& kb, const std::string& query, const Term& text,
                          const QueryOptions& options, const Prefixes& prefixes) {
  constexpr std::size_t kMost = 12;
  const std::size_t at = query.find('"' + text.value() + '"');
  if (at == std::string::npos) return {};
  const std::size_t end = query.find_last_not_of(" \t\r\n", at == 0 ? 0 : at - 1);
  if (end == std::string::npos || at == 0) return {};
  const std::size_t begin = query.find_last_of(" \t\r\n;.{", end) + 1;
  const std::string name = query.substr(begin, end + 1 - begin);
  const std::size_t colon = name.find(':');
  const auto prefix = std::find_if(prefixes.begin(), prefixes.end(), [&](const auto& one) {
    return colon != std::string::npos && one.first == name.substr(0, colon);
  });
  if (prefix == prefixes.end()) return {};
  QueryOptions own;
  own.cancellation = options.cancellation;
  own.parameters = {{"property", Term::iri(prefix->second + name.substr(colon + 1))}};
  QueryResult result = kb.query(
      fmt::format("SELECT DISTINCT ?value {{ ?any $property ?value }} ORDER BY ?value LIMIT {}",
                  kMost + 1),
      own);
  std::string values;
  std::size_t count = 0;
  for (const Row& row : result) {
    if (++count > kMost || !row[0]->is_literal()) return {};
    values += (values.empty() ? "" : ", ") + row[0]->to_string();
  }
  return values.empty() ? "" : fmt::format("; {} has {}", name, values);
}

}  // namespace

std::string explain_empty_result(const KnowledgeBase& kb, const std::string& text,
                                 const QueryOptions& options, const Prefixes& prefixes) {
  std::string message;
  for (const UnknownConstant& one : kb.unknown_constants(text, options)) {
    const std::string name = short_text(one.term, prefixes);
    std::string hint;
    if (one.term.is_iri()) {
      hint = did_you_mean(name, names_at(kb, one.place, options, prefixes));
    } else if (one.term.is_literal()) {
      hint = things_called(kb, one.term, prefixes);
      if (hint.empty()) hint = values_beside(kb, text, one.term, options, prefixes);
    }
    message += fmt::format("{} is not {}in this knowledge base{}\n", name,
                           one.is_elsewhere ? words_of(one.place).role : "", hint);
  }
  return message + explain_not_asserted(kb, text, options, prefixes);
}

}  // namespace dossier::repl
