// SPDX-License-Identifier: Apache-2.0
// Two times of what is done to a thing once: a treaty is signed on one day, whoever says so.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "extract/conflict/conflict_finder.h"

namespace dossier::extract {
namespace {

/// What is done by nobody in particular: "the treaty was signed".
bool is_passive(const Evidence& one) { return one.fact.object.is_literal(); }

/// Two days of one year: what comes again each year is no other time of the same.
bool in_one_year(const Evidence& a, const Evidence& b) {
  constexpr std::size_t kYear = 4;
  const auto is_day = [](const Evidence& one) {
    return !one.time_from.empty() && one.time_from == one.time_to;
  };
  return is_day(a) && is_day(b) && a.time_from.substr(0, kYear) == b.time_from.substr(0, kYear);
}

/// Parties may sign one after the other.
bool is_same_act(const Evidence& a, const Evidence& b) {
  return is_passive(a) || is_passive(b) || a.fact.subject == b.fact.subject;
}

}  // namespace

void ConflictFinder::find_event_times(const Term& relation, SingleValued::When when) {
  const std::string text =
      "SELECT DISTINCT ?s ?o ?thing ?called WHERE { "
      "{ ?s $relation ?o FILTER(ISLITERAL(?o)) BIND(?s AS ?thing) } UNION "
      "{ ?s $relation ?o FILTER(ISIRI(?o)) BIND(?o AS ?thing) } "
      "FILTER NOT EXISTS { ?thing a k:Concept } FILTER NOT EXISTS { ?thing a schema:Person } "
      "FILTER NOT EXISTS { ?thing a schema:Organization } "
      // Documents call one treaty by the same words; with a name in them, they mean one.
      "OPTIONAL { { ?thing k:involves ?name } UNION { ?thing a schema:Event } ?thing rdfs:label "
      "?label BIND(LCASE(?label) AS ?called) } "
      "} ORDER BY ?thing ?s ?o ?called";
  std::map<std::string, std::vector<Evidence>> by_thing;
  for (const Row& row : rows(text, relation)) {
    const bool called = row["called"].has_value();
    const std::string thing = called ? row["called"].as<std::string>() : row["thing"]->value();
    std::vector<Evidence>& all = by_thing[thing];
    for (Evidence& one : said({*row["s"], relation, *row["o"]})) all.push_back(std::move(one));
  }
  for (const auto& [thing, all] : by_thing) {
    std::set<std::string> reported;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = i + 1; j < all.size(); ++j)
        if (is_same_act(all[i], all[j]) && !times_may_meet(all[i], all[j]) &&
            (when == SingleValued::When::of_things || in_one_year(all[i], all[j])) &&
            reported.insert(all[i].time_from + " " + all[j].time_from).second)
          add(Conflict::Kind::times, {all[i]}, {all[j]});
  }
}

}  // namespace dossier::extract
