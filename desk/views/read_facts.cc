// SPDX-License-Identifier: Apache-2.0
#include "desk/views/read_facts.h"

#include <fmt/format.h>

#include "desk/views/fact_query.h"

namespace dossier {
namespace {

constexpr std::string_view kArgument = "urn:dossier:argument:";

/// What else the clause says: a:to, a:with, ...
void add_arguments(const PreparedQuery& query, FactRow& fact, const QueryOptions& options) {
  if (!fact.fact.is_iri()) return;
  for (const Row& row : query.run({{"fact", fact.fact}}, options))
    fact.arguments.emplace_back(row[0]->value().substr(kArgument.size()), *row[1]);
}

}  // namespace

std::vector<FactRow> read_facts(const KnowledgeBase& kb, const FactSelection& selection,
                                const QueryOptions& options, Namer& namer) {
  QueryResult result = kb.query(
      fmt::format("SELECT {} WHERE {{ {} {} BIND(COALESCE(STR(?from), STR(?time), STR(?to)) AS "
                  "?first) }} {}",
                  fact_columns(), selection.pattern, fact_patterns(), selection.order),
      options);
  std::vector<FactRow> facts = FactRowReader(namer).read_all(result);
  const PreparedQuery arguments = kb.prepare(
      "SELECT DISTINCT ?argument ?value { $fact ?argument ?value "
      "FILTER(STRSTARTS(STR(?argument), \"urn:dossier:argument:\")) } ORDER BY ?argument ?value");
  QueryOptions limits = options;
  limits.parameters = {};
  for (FactRow& fact : facts) add_arguments(arguments, fact, limits);
  return facts;
}

}  // namespace dossier
