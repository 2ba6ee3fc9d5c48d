// SPDX-License-Identifier: Apache-2.0
// Two numbers of what is counted once.
#include <cstdlib>

#include "extract/conflict/conflict_finder.h"

namespace dossier::extract {
namespace {

using When = SingleValued::When;

/// Reports about one event come within a month of each other.
constexpr std::size_t kMonth = 7;  // bytes of "2021-03"

/// Each document's "the fire at the harbour of Kiel" is a thing of its own: two are one if they are
/// called so and name the same, or if each is one thing ("the fire", "the fire in Kiel") that names
/// nothing but a town, and their documents name that town.
constexpr const char* kSameThing =
    "FILTER(?s = ?t || EXISTS { ?s rdfs:label ?one ; k:involves ?name . "
    "?t rdfs:label ?other ; k:involves ?name FILTER(LCASE(?one) = LCASE(?other)) } || "
    "EXISTS { GRAPH ?here { ?s a k:Individual ; rdfs:label ?one } "
    "GRAPH ?there { ?t a k:Individual ; rdfs:label ?other } FILTER(?here != ?there) "
    "BIND(REPLACE(LCASE(?one), \" (in|at|near) .*\", \"\") AS ?head) "
    "FILTER(?head = REPLACE(LCASE(?other), \" (in|at|near) .*\", \"\") && !STRENDS(?head, \"s\")) "
    "FILTER NOT EXISTS { ?s k:count ?any } FILTER NOT EXISTS { ?t k:count ?any } "
    "GRAPH ?here { ?m k:of ?town } GRAPH ?there { ?n k:of ?town } ?town a schema:Place "
    "FILTER NOT EXISTS { ?town a schema:Country } "
    "FILTER NOT EXISTS { ?s k:involves ?x FILTER(?x != ?town) } "
    "FILTER NOT EXISTS { ?t k:involves ?y FILTER(?y != ?town) } } ) ";

/// A range and "about 40" contradict nothing; "at least 40" contradicts 30, and agrees with 50.
constexpr const char* kNotOpen =
    "FILTER NOT EXISTS { ?q k:valueMax ?most } FILTER NOT EXISTS { ?r k:valueMax ?most } "
    "BIND(EXISTS { ?q k:approximate ?open } AS ?loose) "
    "BIND(EXISTS { ?r k:approximate ?open } AS ?alsoLoose) "
    "BIND(EXISTS { ?q rdfs:label ?says FILTER(REGEX(?says, \"^(at least|more than|over) \", "
    "\"i\")) "
    "} AS ?least) "
    "BIND(EXISTS { ?r rdfs:label ?says FILTER(REGEX(?says, \"^(at least|more than|over) \", "
    "\"i\")) "
    "} AS ?alsoLeast) "
    "FILTER((!?loose && !?alsoLoose) || (?least && !?alsoLoose && ?v > ?w) || (?alsoLeast && "
    "!?loose && ?w > ?v)) ";

/// ?s ?p ?q, or turned round ("17 people died in the fire").
std::string counted(const char* thing, const char* way, const char* amount,
                    const std::set<Term>& counted_by) {
  std::string out = std::string("{ ") + thing + " $relation " + amount + " BIND(true AS " + way +
                    "d) BIND($relation AS " + way + ") }";
  for (const Term& relation : counted_by)
    out += std::string(" UNION { ") + amount + " <" + relation.value() + "> " + thing +
           " FILTER NOT EXISTS { " + thing + " a schema:Place } BIND(false AS " + way +
           "d) BIND(<" + relation.value() + "> AS " + way + ") }";
  return out + " ";
}

/// Documents without a day may be of any time.
bool same_month(const Evidence& a, const Evidence& b) {
  if (a.date.size() < kMonth || b.date.size() < kMonth) return true;
  const auto months = [](const std::string& date) {
    return 12 * std::atoi(date.substr(0, 4).c_str()) + std::atoi(date.substr(5, 2).c_str());
  };
  return std::abs(months(a.date) - months(b.date)) <= 1;
}

}  // namespace

/// "The death toll rose to 17": the document of `later` knows of the lower number and raises it.
bool ConflictFinder::raises(const Evidence& later, const Evidence& earlier) const {
  if (!later.date.empty() && !earlier.date.empty() && later.date < earlier.date) return false;
  QueryOptions options;
  options.parameters = {
      {"document", later.document}, {"one", later.fact.subject}, {"other", later.fact.object}};
  if (!later.fact.object.is_iri()) options.parameters["other"] = later.fact.subject;
  QueryResult found = kb_.query(
      "ASK { { $one k:value ?value } UNION { $other k:value ?value } ?sentence k:partOf $document "
      "; "
      "k:text ?text FILTER(REGEX(REPLACE(?text, \"([0-9]),([0-9])\", \"$1$2\"), "
      "CONCAT(\"(rose|risen|rises|climbed|grew|grown|increased|raised|revised)( [a-z]+)* to \", "
      "STR(?value), \"([^0-9]|$)\"), \"i\")) }",
      options);
  return found.boolean();
}

void ConflictFinder::find_amounts(const Term& relation, When when,
                                  const std::set<Term>& counted_by) {
  const char* const kOnceOnly =
      "FILTER NOT EXISTS { ?s a schema:Person } FILTER NOT EXISTS { ?s a schema:Organization } ";
  const std::string text =
      "SELECT DISTINCT (IF(?pd, ?s, ?q) AS ?s1) (?p AS ?p1) (IF(?pd, ?q, ?s) AS ?o1) "
      "(IF(?ud, ?t, ?r) AS ?s2) (?u AS ?p2) (IF(?ud, ?r, ?t) AS ?o2) WHERE { " +
      counted("?s", "?p", "?q", counted_by) + "?q k:value ?v ; k:unit ?unit . " +
      counted("?t", "?u", "?r", counted_by) +
      "?r k:value ?w ; k:unit ?unit . FILTER(STR(?q) < STR(?r) && ?v != ?w) " + kSameThing +
      kNotOpen + (when == When::always ? kOnceOnly : "") + "}";
  find_pairs(
      text, relation,
      [this, when](const Evidence& a, const Evidence& b) {
        return may_hold_together(a, b, when) &&
               (a.fact.subject == b.fact.subject || same_month(a, b)) && !raises(a, b) &&
               !raises(b, a);
      },
      Conflict::Kind::amounts);
}

}  // namespace dossier::extract
