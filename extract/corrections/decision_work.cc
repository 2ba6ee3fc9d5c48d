// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/decision_work.h"

#include <functional>

#include "extract/corrections/decision_quads.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

/// Corrections belong to ingest, which has limits of its own, not those of queries.
QueryOptions with(std::map<std::string, Term> parameters) {
  QueryOptions options;
  options.timeout = kNoTimeLimit;
  options.memory_bytes = kQueryMemoryBytes;
  options.parameters = std::move(parameters);
  return options;
}

/// `pattern` within the graph. Without one: within the default graph alone.
std::string within(const std::string& pattern, bool named) {
  return named ? "GRAPH $graph { " + pattern + " }" : pattern;
}

QueryOptions options_for(const std::optional<Term>& graph, std::map<std::string, Term> parameters) {
  QueryOptions options = with(std::move(parameters));
  options.default_graph = DefaultGraph::strict;
  if (graph) options.parameters.emplace("graph", *graph);
  return options;
}

void add_terms(QueryResult result, std::vector<std::optional<Term>>& terms) {
  for (Row row; result.next(row);) terms.push_back(row[0]);
}

}  // namespace

TripleSet DecisionWork::graph(const std::optional<Term>& name) {
  TripleSet triples;
  QueryResult result =
      transaction_.query("SELECT ?s ?p ?o WHERE { " + within("?s ?p ?o", name.has_value()) + " }",
                         options_for(name, {}));
  for (Row row; result.next(row);) triples.insert({*row[0], *row[1], *row[2]});
  return triples;
}

TripleSet DecisionWork::triples_about(const Term& thing, const std::optional<Term>& graph) {
  TripleSet triples;
  const auto read = [&](const std::string& pattern, const std::function<Triple(const Row&)>& make) {
    QueryResult result =
        transaction_.query("SELECT ?x ?y ?z WHERE { " + within(pattern, graph.has_value()) + " }",
                           options_for(graph, {{"thing", thing}}));
    for (Row row; result.next(row);) triples.insert(make(row));
  };
  const Term reifies = Term::iri(std::string(vocabulary::rdf::kReifies));
  read("$thing ?y ?z", [&](const Row& row) { return Triple{thing, *row[1], *row[2]}; });
  read("?x ?y $thing", [&](const Row& row) { return Triple{*row[0], *row[1], thing}; });
  read("?x rdf:reifies <<( $thing ?y ?z )>>", [&](const Row& row) {
    return Triple{*row[0], reifies, Term::triple({thing, *row[1], *row[2]})};
  });
  read("?x rdf:reifies <<( ?y ?z $thing )>>", [&](const Row& row) {
    return Triple{*row[0], reifies, Term::triple({*row[1], *row[2], thing})};
  });
  return triples;
}

TripleSet DecisionWork::facts_like(const Reading& reading, const std::optional<Term>& graph) {
  const std::map<std::string, Term> words{{"words", Term::string(reading.sentence)},
                                          {"relation", reading.relation}};
  QueryResult result =
      transaction_.query("SELECT DISTINCT ?fact ?sentence ?s ?o WHERE { " +
                             within("?sentence k:text $words . ?read k:evidence ?sentence ; "
                                    "rdf:reifies <<( ?s $relation ?o )>> . "
                                    "?fact rdf:reifies <<( ?s $relation ?o )>>",
                                    graph.has_value()) +
                             " }",
                         options_for(graph, words));
  TripleSet triples;
  for (Row row; result.next(row);) {
    triples.merge(triples_about(*row[0], graph));
    triples.insert({*row[1], iri(k::kText), Term::string(reading.sentence)});
    const Triple said{*row[2], reading.relation, *row[3]};
    if (transaction_.contains({said.subject, said.predicate, said.object, graph}))
      triples.insert(said);
  }
  return triples;
}

std::vector<std::optional<Term>> DecisionWork::graphs_of(const Decision& decision) {
  std::vector<std::optional<Term>> graphs;
  switch (decision.kind) {
    case Decision::Kind::merge:
      graphs.emplace_back();
      add_terms(transaction_.query(
                    "SELECT DISTINCT ?g WHERE { GRAPH ?g { { $thing ?p ?o } UNION { ?s ?p $thing } "
                    "UNION { ?s rdf:reifies <<( $thing ?p ?o )>> } "
                    "UNION { ?s rdf:reifies <<( ?o ?p $thing )>> } } FILTER(?g != k:decisions) }",
                    with({{"thing", decision.other}})),
                graphs);
      break;
    case Decision::Kind::split_name:
      add_terms(transaction_.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?m k:of $thing } }",
                                   with({{"thing", decision.entity}})),
                graphs);
      break;
    case Decision::Kind::split_document:
    case Decision::Kind::reject:
      graphs.emplace_back(decision.document);
      break;
    case Decision::Kind::rename:
      graphs.emplace_back();
      add_terms(transaction_.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { $thing "
                                   "rdfs:label|skos:altLabel ?name } }",
                                   with({{"thing", decision.entity}})),
                graphs);
      break;
    case Decision::Kind::refuse:
      break;
  }
  return graphs;
}

TripleSet DecisionWork::concerned(const Decision& decision, const std::optional<Term>& name) {
  switch (decision.kind) {
    case Decision::Kind::merge:
      return triples_about(decision.other, name);
    case Decision::Kind::rename:
      return triples_about(decision.entity, name);
    case Decision::Kind::reject:
      return facts_like(decision.reading, name);
    case Decision::Kind::split_name:
    case Decision::Kind::split_document:
    case Decision::Kind::refuse:
      break;
  }
  return graph(name);
}

void DecisionWork::change(const Decision& decision, const std::optional<Term>& name) {
  const TripleSet triples = concerned(decision, name);
  Patch patch = patch_of(decision, triples, name.value_or(Term()));
  const auto quad = [&](const Triple& triple) {
    return Quad{triple.subject, triple.predicate, triple.object, name};
  };
  // What the graph had already must stay when the decision is taken back.
  std::erase_if(patch.added,
                [&](const Triple& triple) { return transaction_.contains(quad(triple)); });
  if (patch.empty()) return;
  for (const Triple& triple : patch.removed) transaction_.erase(quad(triple));
  for (const Triple& triple : patch.added) transaction_.insert(quad(triple));
  for (const Quad& record : quads_of(patch, decision, name, transaction_.new_blank_node()))
    transaction_.insert(record);
}

void DecisionWork::apply(const Decision& decision) {
  for (const std::optional<Term>& name : graphs_of(decision)) change(decision, name);
}

void DecisionWork::apply_to(const Decision& decision, const Term& graph) {
  for (const std::optional<Term>& name : graphs_of(decision))
    if (name == graph) change(decision, name);
}

void DecisionWork::revert(const Decision& decision) {
  std::vector<Quad> gone, back, records;
  QueryResult result = transaction_.query(
      "SELECT ?change ?p ?o ?g WHERE { GRAPH k:decisions { ?change k:decision $decision ; ?p ?o . "
      "OPTIONAL { ?change k:inGraph ?g } } }",
      with({{"decision", decision_iri(decision.number)}}));
  for (Row row; result.next(row);) {
    records.push_back({*row[0], *row[1], *row[2], decisions_graph()});
    if (!row[2]->is_triple()) continue;
    const Triple& triple = row[2]->as_triple();
    (row[1]->value() == k::kAdded ? gone : back)
        .push_back({triple.subject, triple.predicate, triple.object, row[3]});
  }
  for (const Quad& quad : gone) transaction_.erase(quad);
  for (const Quad& quad : back) transaction_.insert(quad);
  for (const Quad& quad : records) transaction_.erase(quad);
}

void DecisionWork::write(const Decision& decision) {
  for (const Quad& quad : quads_of(decision)) transaction_.insert(quad);
}

void DecisionWork::erase(const Decision& decision) {
  for (const Quad& quad : quads_of(decision)) transaction_.erase(quad);
}

void drop_changes(Transaction& transaction, const Term& document) {
  transaction.update(
      "DELETE { GRAPH k:decisions { ?change ?p ?o } } "
      "WHERE { GRAPH k:decisions { ?change k:inGraph $document ; ?p ?o } }",
      with({{"document", document}}));
}

}  // namespace dossier::extract
