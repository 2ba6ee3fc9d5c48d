// SPDX-License-Identifier: Apache-2.0
#include "extract/conflict/conflict_finder.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace dossier::extract {
namespace {

using When = SingleValued::When;

bool is_said(const Evidence& one) { return one.polarity.empty() && one.modality.empty(); }
bool is_denied(const Evidence& one) { return one.polarity == "negative" && one.modality.empty(); }

std::optional<Period> time_of(const Evidence& one) {
  return Period::between(one.time_from, one.time_to);
}

bool may_meet(const std::optional<Period>& a, const std::optional<Period>& b) {
  return !a || !b || a->meets(*b);
}

/// "1950" and "1950-05-03" can both be so.
bool compatible(const Term& a, const Term& b) {
  if (!a.is_literal() || !b.is_literal()) return a == b;
  return a.value().starts_with(b.value()) || b.value().starts_with(a.value());
}

bool more_confident(const Evidence& a, const Evidence& b) {
  return a.confidence.value_or(0) > b.confidence.value_or(0);
}

}  // namespace

bool times_may_meet(const Evidence& a, const Evidence& b) {
  return may_meet(time_of(a), time_of(b));
}

bool may_hold_together(const Evidence& a, const Evidence& b, When when) {
  if (when != When::at_a_time) return true;
  const auto at = [](const Evidence& one) {
    const std::optional<Period> time = time_of(one);
    return time ? time : Period::year_of(one.date);
  };
  return may_meet(at(a), at(b));
}

ConflictFinder::ConflictFinder(const KnowledgeBase& kb) : kb_(kb) {
  for (const Row& row :
       kb.query("SELECT DISTINCT ?copy { ?copy k:sameTextAs ?document . ?document a k:Document }"))
    copies_.insert(*row[0]);
}

void ConflictFinder::find_values(const Term& relation, When when) {
  find_pairs(
      "SELECT DISTINCT ?s ?p ?a (?s AS ?t) (?p AS ?q) ?b WHERE { ?s $relation ?a . ?s $relation ?b "
      ". "
      "BIND($relation AS ?p) "
      "FILTER(STR(?a) < STR(?b)) "
      // Many people are born and die; a thing without a name agrees with any that has one.
      "FILTER NOT EXISTS { ?s a k:Quantity } FILTER NOT EXISTS { ?s a k:Concept } "
      "FILTER NOT EXISTS { ?a a k:Individual } FILTER NOT EXISTS { ?b a k:Individual } "
      "FILTER NOT EXISTS { ?a a k:Concept } FILTER NOT EXISTS { ?b a k:Concept } "
      // A town and a country may contain one another, although nobody says so.
      "FILTER(EXISTS { ?a a schema:Country } = EXISTS { ?b a schema:Country }) "
      "FILTER NOT EXISTS { ?a schema:containedInPlace+ ?b } "
      "FILTER NOT EXISTS { ?b schema:containedInPlace+ ?a } }",
      relation,
      [when](const auto& a, const auto& b) {
        // "in Virginia Beach, Virginia": one sentence does not contradict itself.
        return a.sentence != b.sentence && may_hold_together(a, b, when);
      },
      Conflict::Kind::values);
}

void ConflictFinder::find_subjects(const Term& relation, When when) {
  find_pairs(
      "SELECT DISTINCT ?a ?p ?o ?b (?p AS ?q) (?o AS ?r) WHERE { ?a $relation ?o . ?b $relation ?o "
      ". "
      "BIND($relation AS ?p) "
      "FILTER(STR(?a) < STR(?b)) "
      // "Al-Jaafari" and "al- Jaafari" are one name.
      "FILTER NOT EXISTS { ?a rdfs:label ?one . ?b rdfs:label ?other "
      "FILTER(REPLACE(LCASE(?one), \"[^\\\\p{L}]\", \"\") = "
      "REPLACE(LCASE(?other), \"[^\\\\p{L}]\", \"\")) } }",
      relation, [when](const auto& a, const auto& b) { return may_hold_together(a, b, when); },
      Conflict::Kind::subjects);
}

void ConflictFinder::find_times(const Term& relation) {
  for (const Row& row : rows("SELECT DISTINCT ?s ?o WHERE { ?s $relation ?o }", relation)) {
    const std::vector<Evidence> all = said({*row[0], relation, *row[1]});
    std::set<std::string> reported;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = i + 1; j < all.size(); ++j)
        if (!times_may_meet(all[i], all[j]) &&
            reported.insert(all[i].time_from + " " + all[j].time_from).second)
          add(Conflict::Kind::times, {all[i]}, {all[j]});
  }
}

void ConflictFinder::find_denied() {
  QueryResult result = kb_.query(
      "SELECT DISTINCT ?s ?p ?o WHERE { ?f k:polarity \"negative\" ; rdf:reifies <<( ?s ?p ?o )>> "
      ". "
      "FILTER NOT EXISTS { ?f k:modality ?any } ?s ?p ?o }");
  for (Row row; result.next(row);) {
    const Triple fact{*row[0], *row[1], *row[2]};
    add_pair(Conflict::Kind::denied, said(fact), evidence(fact, is_denied), times_may_meet);
  }
}

std::vector<Conflict> ConflictFinder::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const Conflict& a, const Conflict& b) {
    return std::tie(a.one.fact.predicate, a.one.fact.subject, a.one.fact.object, a.kind) <
           std::tie(b.one.fact.predicate, b.one.fact.subject, b.one.fact.object, b.kind);
  });
  // Two relations that say one thing ("be_born_in", "born_in") make one conflict.
  std::set<std::tuple<Conflict::Kind, Term, Term, Term, Term, Term, Term>> seen;
  std::erase_if(found_, [&](const Conflict& conflict) {
    const Triple& one = conflict.one.fact;
    const Triple& other = conflict.other.fact;
    return !seen.insert({conflict.kind, one.subject, one.object, other.subject, other.object,
                         conflict.one.sentence, conflict.other.sentence})
                .second;
  });
  return std::move(found_);
}

std::vector<Row> ConflictFinder::rows(const std::string& text, const Term& relation) const {
  QueryOptions options;
  options.parameters.emplace("relation", relation);
  std::vector<Row> result;
  QueryResult found = kb_.query(text, options);
  for (Row row; found.next(row);) result.push_back(row);
  return result;
}

/// The query gives two facts a row: subject, predicate and object of each.
void ConflictFinder::find_pairs(const std::string& text, const Term& relation, const Holds& holds,
                                Conflict::Kind kind) {
  for (const Row& row : rows(text, relation)) {
    if (kind == Conflict::Kind::values && compatible(*row[2], *row[5])) continue;
    add_pair(kind, said({*row[0], *row[1], *row[2]}), said({*row[3], *row[4], *row[5]}), holds);
  }
}

std::vector<Evidence> ConflictFinder::evidence(const Triple& fact,
                                               bool (*wanted)(const Evidence&)) const {
  std::vector<Evidence> all = evidence_of(kb_, fact.subject, fact.predicate, fact.object);
  std::erase_if(
      all, [&](const Evidence& one) { return !wanted(one) || copies_.contains(one.document); });
  std::stable_sort(all.begin(), all.end(), more_confident);
  return all;
}

std::vector<Evidence> ConflictFinder::said(const Triple& fact) const {
  return evidence(fact, is_said);
}

/// Only those of each side that contradict one of the other.
void ConflictFinder::add_pair(Conflict::Kind kind, const std::vector<Evidence>& ones,
                              const std::vector<Evidence>& others, const Holds& holds) {
  std::vector<Evidence> left, right;
  for (const Evidence& a : ones)
    if (std::any_of(others.begin(), others.end(), [&](const Evidence& b) { return holds(a, b); }))
      left.push_back(a);
  for (const Evidence& b : others)
    if (std::any_of(ones.begin(), ones.end(), [&](const Evidence& a) { return holds(a, b); }))
      right.push_back(b);
  if (!left.empty()) add(kind, left, right);
}

void ConflictFinder::add(Conflict::Kind kind, const std::vector<Evidence>& ones,
                         const std::vector<Evidence>& others) {
  found_.push_back({kind, ones.front(), others.front(), ones.size(), others.size()});
}

}  // namespace dossier::extract
