// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/empty_result.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

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

}  // namespace

std::string explain_empty_result(const KnowledgeBase& kb, const std::string& text,
                                 const QueryOptions& options, const Prefixes& prefixes) {
  std::string message;
  for (const UnknownConstant& one : kb.unknown_constants(text, options)) {
    const std::string name = short_text(one.term, prefixes);
    const std::string hint =
        one.term.is_iri() ? did_you_mean(name, names_at(kb, one.place, options, prefixes)) : "";
    message += fmt::format("{} is not {}in this knowledge base{}\n", name,
                           one.is_elsewhere ? words_of(one.place).role : "", hint);
  }
  return message + explain_not_asserted(kb, text, options, prefixes);
}

}  // namespace dossier::repl
