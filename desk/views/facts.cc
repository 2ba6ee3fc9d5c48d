// SPDX-License-Identifier: Apache-2.0
// Facts, a row for each time that one is said.
#include <fmt/format.h>

#include <array>

#include "desk/views/fact_query.h"
#include "dossier/views.h"

namespace dossier {
namespace {

constexpr std::size_t kMostCounts = 20;

struct FacetQuery {
  std::string_view name;
  std::string_view pattern;  ///< binds ?value
  bool relation = false;     ///< the values are relations
};

constexpr std::array kFacets{
    FacetQuery{"class", "{ ?s a ?value } UNION { ?o a ?value FILTER(?o != ?s) }"},
    FacetQuery{"relation", "BIND(?p AS ?value)", true},
    FacetQuery{"modality",
               "OPTIONAL { ?fact k:polarity ?facetPolarity } OPTIONAL { ?fact k:modality "
               "?facetModality } BIND(IF(BOUND(?facetPolarity), \"denied\", "
               "COALESCE(?facetModality, \"asserted\")) AS ?value)"},
    FacetQuery{"speaker",
               "OPTIONAL { ?fact k:attributedTo ?facetBy } OPTIONAL { ?sentence k:speaker "
               "?facetSpeaker } BIND(COALESCE(?facetBy, ?facetSpeaker) AS ?value) "
               "FILTER(BOUND(?value))"},
    FacetQuery{"document", "BIND(?document AS ?value)"}};

QueryOptions with_values(const QueryOptions& options, const FactConditions& conditions) {
  QueryOptions out = options;
  out.parameters = conditions.values;
  return out;
}

}  // namespace

const std::vector<std::string>& sayings() {
  static const std::vector<std::string> all{"asserted", "denied",   "possible", "necessary",
                                            "planned",  "expected", "hoped",    "conditional",
                                            "asked",    "alleged"};
  return all;
}

std::string FactRow::qualifier() const {
  std::string out = polarity == "negative" ? "denied" : polarity;
  if (!out.empty() && !modality.empty()) out += ", ";
  return out + modality;
}

std::string FactRow::status() const {
  if (!modality.empty()) return modality;
  return polarity == "negative" ? "denied" : "asserted";
}

Facts facts(const KnowledgeBase& kb, const FactsRequest& request, const QueryOptions& options) {
  const FactConditions conditions = fact_conditions(request);
  const QueryOptions own = with_values(options, conditions);
  Facts out;
  out.all = count_rows(kb, "SELECT DISTINCT ?fact WHERE { " + conditions.pattern + "}", own);
  if (out.all == 0 || request.most == 0) return out;
  // The rows are chosen first, so that what is shown is looked up for these only.
  QueryResult result = kb.query(
      fmt::format("SELECT {} WHERE {{ {{ SELECT DISTINCT ?fact WHERE {{ {}OPTIONAL {{ ?document "
                  "schema:datePublished ?orderDate }} OPTIONAL {{ ?sentence k:index ?orderIndex }} "
                  "}} ORDER BY ?orderDate ?document ?orderIndex ?fact{} }} {} }} "
                  "ORDER BY ?date ?document ?index ?fact",
                  fact_columns(), conditions.pattern, slice(request.skip, request.most),
                  fact_patterns()),
      own);
  Namer names(kb, options);
  out.rows = FactRowReader(names).read_all(result);
  return out;
}

std::optional<FactRow> fact_row(const KnowledgeBase& kb, const Term& fact,
                                const QueryOptions& options) {
  QueryOptions own = options;
  own.parameters = {{"wanted", fact}};
  QueryResult result = kb.query(fmt::format("SELECT {} WHERE {{ BIND($wanted AS ?fact) {} }}",
                                            fact_columns(), fact_patterns()),
                                own);
  Namer names(kb, options);
  std::vector<FactRow> rows = FactRowReader(names).read_all(result);
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

std::vector<Facet> fact_facets(const KnowledgeBase& kb, const FactsRequest& request,
                               const QueryOptions& options) {
  const FactConditions conditions = fact_conditions(request);
  const QueryOptions own = with_values(options, conditions);
  Namer names(kb);
  std::vector<Facet> out;
  for (const FacetQuery& query : kFacets) {
    Facet facet{query.name, {}};
    QueryResult result =
        kb.query(fmt::format("SELECT ?value (COUNT(DISTINCT ?fact) AS ?count) WHERE {{ {} {} }} "
                             "GROUP BY ?value ORDER BY DESC(?count) ?value LIMIT {}",
                             conditions.pattern, query.pattern, kMostCounts),
                 own);
    for (const Row& row : result) {
      if (!row["value"]) continue;
      facet.counts.push_back(
          {*row["value"], names.label(*row["value"]), row["count"].as<std::uint64_t>()});
    }
    out.push_back(std::move(facet));
  }
  return out;
}

}  // namespace dossier
