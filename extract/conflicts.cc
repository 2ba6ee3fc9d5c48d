// SPDX-License-Identifier: Apache-2.0
// Finds facts that contradict each other: see dossier/conflicts.h.
#include "dossier/conflicts.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "extract/conflict/period.h"
#include "extract/conflict/single_valued.h"

namespace dossier {

namespace {

using extract::Period;
using extract::SingleValued;
using When = extract::SingleValued::When;

bool said(const Evidence& one) { return one.polarity.empty() && one.modality.empty(); }
bool denied(const Evidence& one) { return one.polarity == "negative" && one.modality.empty(); }

std::optional<Period> time_of(const Evidence& one) {
  return Period::between(one.time_from, one.time_to);
}

/// Where nothing is known of one of the times, they may meet.
bool may_meet(const std::optional<Period>& a, const std::optional<Period>& b) {
  return !a || !b || a->meets(*b);
}

bool meet(const Evidence& a, const Evidence& b, When when) {
  if (when != When::at_a_time) return true;
  const auto at = [](const Evidence& one) {
    const std::optional<Period> time = time_of(one);
    return time ? time : Period::year_of(one.date);
  };
  return may_meet(at(a), at(b));
}

/// "1950" and "1950-05-03" can both be so.
bool compatible(const Term& a, const Term& b) {
  if (!a.is_literal() || !b.is_literal()) return a == b;
  return a.value().starts_with(b.value()) || b.value().starts_with(a.value());
}

bool more_confident(const Evidence& a, const Evidence& b) {
  return a.confidence.value_or(0) > b.confidence.value_or(0);
}

class ConflictFinder {
 public:
  explicit ConflictFinder(const KnowledgeBase& kb) : kb_(kb) {}

  void find_values(const Term& relation, When when) {
    find_pairs(
        "SELECT DISTINCT ?s ?a ?s ?b WHERE { ?s $relation ?a . ?s $relation ?b . "
        "FILTER(STR(?a) < STR(?b)) "
        // A town and a country may contain one another, although nobody says so.
        "FILTER(EXISTS { ?a a schema:Country } = EXISTS { ?b a schema:Country }) "
        "FILTER NOT EXISTS { ?a schema:containedInPlace+ ?b } "
        "FILTER NOT EXISTS { ?b schema:containedInPlace+ ?a } }",
        relation, when, Conflict::Kind::values);
  }

  void find_subjects(const Term& relation, When when) {
    find_pairs(
        "SELECT DISTINCT ?a ?o ?b ?o WHERE { ?a $relation ?o . ?b $relation ?o . "
        "FILTER(STR(?a) < STR(?b)) }",
        relation, when, Conflict::Kind::subjects);
  }

  void find_times(const Term& relation) {
    for (const Row& row : rows("SELECT DISTINCT ?s ?o WHERE { ?s $relation ?o }", relation)) {
      const std::vector<Evidence> all = evidence({*row[0], relation, *row[1]}, said);
      std::set<std::string> reported;
      for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
          if (!may_meet(time_of(all[i]), time_of(all[j])) &&
              reported.insert(all[i].time_from + " " + all[j].time_from).second)
            add(Conflict::Kind::times, {all[i]}, {all[j]});
    }
  }

  /// Numbers of one thing. Each document's "the fire at the harbour of Kiel" is a thing of its own:
  /// two are one if they are called so and name the same.
  void find_amounts(const Term& relation, When when) {
    const char* const kOnceOnly =
        "FILTER NOT EXISTS { ?s a schema:Person } FILTER NOT EXISTS { ?s a schema:Organization } ";
    find_pairs(std::string("SELECT DISTINCT ?s ?q ?t ?r WHERE { ") +
                   "?s $relation ?q . ?q k:value ?v ; k:unit ?unit . "
                   "?t $relation ?r . ?r k:value ?w ; k:unit ?unit . "
                   "FILTER(STR(?q) < STR(?r) && ?v != ?w) "
                   "FILTER(?s = ?t || EXISTS { ?s rdfs:label ?one ; k:involves ?name . "
                   "?t rdfs:label ?other ; k:involves ?name FILTER(LCASE(?one) = LCASE(?other)) }) "
                   "FILTER NOT EXISTS { ?q k:valueMax|k:approximate ?open } "
                   "FILTER NOT EXISTS { ?r k:valueMax|k:approximate ?open } " +
                   (when == When::always ? kOnceOnly : "") + "}",
               relation, when, Conflict::Kind::amounts);
  }

  /// Facts that are both stated and denied, at times that may be the same.
  void find_denied() {
    QueryResult result = kb_.query(
        "SELECT DISTINCT ?s ?p ?o WHERE { ?f k:polarity \"negative\" ; rdf:reifies <<( ?s ?p ?o "
        ")>> "
        ". FILTER NOT EXISTS { ?f k:modality ?any } ?s ?p ?o }");
    for (Row row; result.next(row);) {
      const Triple fact{*row[0], *row[1], *row[2]};
      add_pair(
          Conflict::Kind::denied, evidence(fact, said), evidence(fact, denied),
          [](const Evidence& a, const Evidence& b) { return may_meet(time_of(a), time_of(b)); });
    }
  }

  std::vector<Conflict> take() {
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

 private:
  using Holds = std::function<bool(const Evidence&, const Evidence&)>;

  std::vector<Row> rows(const std::string& text, const Term& relation) const {
    QueryOptions options;
    options.parameters.emplace("relation", relation);
    std::vector<Row> result;
    QueryResult found = kb_.query(text, options);
    for (Row row; found.next(row);) result.push_back(row);
    return result;
  }

  /// The query gives two facts a row: subject and object of each.
  void find_pairs(const std::string& text, const Term& relation, When when, Conflict::Kind kind) {
    for (const Row& row : rows(text, relation)) {
      if (kind == Conflict::Kind::values && compatible(*row[1], *row[3])) continue;
      add_pair(kind, evidence({*row[0], relation, *row[1]}, said),
               evidence({*row[2], relation, *row[3]}, said),
               [when](const Evidence& a, const Evidence& b) { return meet(a, b, when); });
    }
  }

  std::vector<Evidence> evidence(const Triple& fact, bool (*wanted)(const Evidence&)) const {
    std::vector<Evidence> all = evidence_of(kb_, fact.subject, fact.predicate, fact.object);
    std::erase_if(all, [&](const Evidence& one) { return !wanted(one); });
    std::stable_sort(all.begin(), all.end(), more_confident);
    return all;
  }

  /// Only those of each side that contradict one of the other.
  void add_pair(Conflict::Kind kind, const std::vector<Evidence>& ones,
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

  void add(Conflict::Kind kind, const std::vector<Evidence>& ones,
           const std::vector<Evidence>& others) {
    found_.push_back({kind, ones.front(), others.front(), ones.size(), others.size()});
  }

  const KnowledgeBase& kb_;
  std::vector<Conflict> found_;
};

}  // namespace

std::string_view name_of(Conflict::Kind kind) {
  switch (kind) {
    case Conflict::Kind::values:
      return "values";
    case Conflict::Kind::subjects:
      return "subjects";
    case Conflict::Kind::times:
      return "times";
    case Conflict::Kind::amounts:
      return "amounts";
    case Conflict::Kind::denied:
      break;
  }
  return "denied";
}

std::vector<Conflict> conflicts(const KnowledgeBase& kb, std::string_view relations) {
  ConflictFinder finder(kb);
  for (const auto& [relation, single] : extract::single_valued_relations(kb, relations)) {
    if (single.object != When::no) finder.find_values(relation, single.object);
    if (single.subject != When::no) finder.find_subjects(relation, single.subject);
    if (single.time != When::no) finder.find_times(relation);
    if (single.amount != When::no) finder.find_amounts(relation, single.amount);
  }
  finder.find_denied();
  return finder.take();
}

}  // namespace dossier
