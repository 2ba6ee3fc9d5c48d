// SPDX-License-Identifier: Apache-2.0
// Rejects facts and refuses proposals: see dossier/fact_corrections.h.
#include "dossier/fact_corrections.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/corrections/reject_fact.h"
#include "extract/corrections/take_decision.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier {

namespace {

using extract::Decision;
using extract::DecisionGround;

constexpr const char* kOfFact =
    "SELECT ?s ?p ?o ?g WHERE { { GRAPH ?g { PATTERN } FILTER(?g != k:decisions) } UNION "
    "{ PATTERN } }";

/// A fact with what tells it apart, and the graph that has it.
struct Found {
  extract::TripleSet triples;
  std::optional<Term> graph;
};

Found find_fact(Transaction& transaction, const Term& fact) {
  std::string text = kOfFact;
  const std::string pattern =
      "{ $fact ?p ?o ; k:evidence ?any . BIND($fact AS ?s) } UNION "
      "{ $fact k:evidence ?s . ?s k:text ?o BIND(k:text AS ?p) }";
  for (std::size_t at; (at = text.find("PATTERN")) != std::string::npos;)
    text.replace(at, std::string("PATTERN").size(), pattern);
  QueryOptions options;
  options.default_graph = DefaultGraph::strict;
  options.parameters = {{"fact", fact}};
  Found found;
  QueryResult result = transaction.query(text, options);
  for (Row row; result.next(row);) {
    found.triples.insert({*row[0], *row[1], *row[2]});
    found.graph = row[3];
  }
  return found;
}

std::vector<Decision>::const_iterator rejection_of(const DecisionGround& ground, const Term& fact) {
  return std::find_if(ground.decisions.begin(), ground.decisions.end(), [&](const Decision& one) {
    return one.kind == Decision::Kind::reject && one.reading.fact == fact;
  });
}

}  // namespace

EntityDecision reject_fact(KnowledgeBase& kb, const Term& fact, const std::string& date) {
  Transaction transaction = kb.begin();
  const DecisionGround before(kb);
  const Found found = find_fact(transaction, fact);
  Decision decision = before.next(Decision::Kind::reject, date);
  decision.document = found.graph;
  decision.reading = extract::reading_of(fact, found.triples);
  if (decision.reading.fact == fact) return extract::apply_decision(transaction, decision);
  const auto rejected = rejection_of(before, fact);
  if (rejected == before.decisions.end())
    throw Error(ErrorCode::input,
                fmt::format("{} is no fact that was read from a sentence", fact.to_string()));
  throw Error(ErrorCode::input, fmt::format("{} is rejected already (decision {})",
                                            fact.to_string(), rejected->number));
}

void restore_fact(KnowledgeBase& kb, const Term& fact) {
  const DecisionGround before(kb);
  const auto rejected = rejection_of(before, fact);
  if (rejected == before.decisions.end())
    throw Error(ErrorCode::input, fmt::format("{} is not rejected", fact.to_string()));
  undo_decision(kb, rejected->number);
}

std::vector<RejectedFact> rejected_facts(const KnowledgeBase& kb) {
  std::vector<RejectedFact> facts;
  for (const Decision& decision : DecisionGround(kb).decisions) {
    if (decision.kind != Decision::Kind::reject) continue;
    RejectedFact fact;
    fact.decision = extract::shown(decision);
    fact.subject = decision.reading.subject;
    fact.object = decision.reading.object;
    fact.relation = decision.reading.relation;
    fact.saying = decision.reading.saying;
    QueryOptions options;
    options.parameters = {{"number", Term::integer(static_cast<std::int64_t>(decision.number))}};
    QueryResult result = kb.query(
        "SELECT ?said WHERE { GRAPH k:decisions { ?decision a k:Rejection ; k:number $number . "
        "?change k:decision ?decision ; k:removed <<( ?fact rdf:reifies ?said )>> } } LIMIT 1",
        options);
    for (Row row; result.next(row);) fact.triple = row[0]->as_triple();
    facts.push_back(std::move(fact));
  }
  return facts;
}

EntityDecision refuse_proposal(KnowledgeBase& kb, const std::string& proposal, const Term& about,
                               const Term& other, const std::string& date) {
  Transaction transaction = kb.begin();
  const DecisionGround before(kb);
  for (const Decision& one : before.decisions)
    if (one.kind == Decision::Kind::refuse && one.proposal == proposal)
      throw Error(ErrorCode::input, fmt::format("proposal {} is declined already (decision {})",
                                                proposal, one.number));
  Decision decision = before.next(Decision::Kind::refuse, date);
  decision.proposal = proposal;
  decision.entity = about;
  decision.other = other;
  return extract::apply_decision(transaction, decision);
}

}  // namespace dossier
