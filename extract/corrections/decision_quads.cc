// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/decision_quads.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

class QuadList {
 public:
  explicit QuadList(Term subject) : subject_(std::move(subject)) {}

  void add(std::string_view predicate, const Term& object) {
    quads.push_back({subject_, iri(predicate), object, decisions_graph()});
  }
  void text(std::string_view predicate, const std::string& value) {
    if (!value.empty()) add(predicate, Term::string(value));
  }
  void all(std::string_view predicate, const std::vector<Term>& objects) {
    for (const Term& object : objects) add(predicate, object);
  }

  std::vector<Quad> quads;

 private:
  Term subject_;
};

std::vector<std::string> texts(const std::vector<Term>& terms) {
  std::vector<std::string> result;
  for (const Term& term : terms) result.push_back(term.value());
  return result;
}

Decision read_decision(const GraphReader& known, const Term& node, bool merge) {
  Decision decision;
  decision.number = known.number(node, k::kNumber);
  decision.document = known.object(node, k::kInDocument);
  decision.kind = merge               ? Decision::Kind::merge
                  : decision.document ? Decision::Kind::split_document
                                      : Decision::Kind::split_name;
  decision.date = known.text(node, k::kDecidedOn);
  decision.entity = known.object(node, k::kEntity).value_or(Term());
  decision.other = known.object(node, k::kOther).value_or(Term());
  decision.entity_label = known.text(node, k::kEntityLabel);
  decision.other_label = known.text(node, k::kOtherLabel);
  decision.entity_classes = known.objects(node, k::kEntityClass);
  decision.other_classes = known.objects(node, k::kOtherClass);
  decision.names = texts(known.objects(node, k::kName));
  decision.rest_label = known.text(node, k::kRestLabel);
  return decision;
}

}  // namespace

Term decision_iri(std::uint64_t number) {
  return Term::iri(fmt::format("urn:dossier:decision:{}", number));
}

Term decisions_graph() { return iri(k::kDecisions); }

std::vector<Quad> quads_of(const Decision& decision) {
  QuadList list(decision_iri(decision.number));
  const bool merge = decision.kind == Decision::Kind::merge;
  list.add(vocabulary::rdf::kType, iri(merge ? k::kMerge : k::kSplit));
  list.add(k::kNumber, Term::integer(static_cast<std::int64_t>(decision.number)));
  list.add(k::kDecidedOn, time_literal(decision.date));
  list.add(k::kEntity, decision.entity);
  list.add(k::kOther, decision.other);
  list.text(k::kEntityLabel, decision.entity_label);
  list.text(k::kOtherLabel, decision.other_label);
  list.all(k::kEntityClass, decision.entity_classes);
  list.all(k::kOtherClass, decision.other_classes);
  for (const std::string& name : decision.names) list.text(k::kName, name);
  list.text(k::kRestLabel, decision.rest_label);
  if (decision.document) list.add(k::kInDocument, *decision.document);
  return std::move(list.quads);
}

std::vector<Quad> quads_of(const Patch& patch, const Decision& decision,
                           const std::optional<Term>& graph, const Term& node) {
  QuadList list(node);
  list.add(vocabulary::rdf::kType, iri(k::kChange));
  list.add(k::kDecision, decision_iri(decision.number));
  if (graph) list.add(k::kInGraph, *graph);
  for (const Triple& triple : patch.removed) list.add(k::kRemoved, Term::triple(triple));
  for (const Triple& triple : patch.added) list.add(k::kAdded, Term::triple(triple));
  return std::move(list.quads);
}

std::vector<Decision> read_decisions(const GraphReader& known) {
  std::vector<Decision> result;
  for (const bool merge : {true, false})
    for (const Term& node :
         known.subjects(vocabulary::rdf::kType, iri(merge ? k::kMerge : k::kSplit)))
      result.push_back(read_decision(known, node, merge));
  std::sort(result.begin(), result.end(),
            [](const Decision& a, const Decision& b) { return a.number < b.number; });
  return result;
}

}  // namespace dossier::extract
