// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/decision_quads.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

struct KindClass {
  Decision::Kind kind;
  std::string_view class_iri;
};

/// A split by document differs from one by name in that it has a document.
constexpr std::array kKindClasses{
    KindClass{Decision::Kind::merge, k::kMerge}, KindClass{Decision::Kind::split_name, k::kSplit},
    KindClass{Decision::Kind::rename, k::kRename}, KindClass{Decision::Kind::reject, k::kRejection},
    KindClass{Decision::Kind::refuse, k::kRefusal}};

std::string_view class_of(const Decision& decision) {
  const Decision::Kind kind = decision.is_split() ? Decision::Kind::split_name : decision.kind;
  return std::find_if(kKindClasses.begin(), kKindClasses.end(),
                      [kind](const KindClass& one) { return one.kind == kind; })
      ->class_iri;
}

Reading read_reading(const GraphReader& known, const Term& node) {
  Reading reading;
  reading.fact = known.object(node, k::kFactConcerned).value_or(Term());
  reading.relation = known.object(node, k::kRelationConcerned).value_or(Term());
  reading.sentence = known.text(node, k::kSentenceWords);
  reading.subject = known.text(node, k::kSubjectWords);
  reading.object = known.text(node, k::kObjectWords);
  reading.saying = known.text(node, k::kSaying);
  return reading;
}

void add_reading(QuadList& list, const Reading& reading) {
  list.add(k::kFactConcerned, reading.fact);
  list.add(k::kRelationConcerned, reading.relation);
  list.text(k::kSentenceWords, reading.sentence);
  list.text(k::kSubjectWords, reading.subject);
  list.text(k::kObjectWords, reading.object);
  list.text(k::kSaying, reading.saying);
}

Decision read_decision(const GraphReader& known, const Term& node, Decision::Kind kind) {
  Decision decision;
  decision.number = known.number(node, k::kNumber);
  decision.document = known.object(node, k::kInDocument);
  decision.kind = kind == Decision::Kind::split_name && decision.document
                      ? Decision::Kind::split_document
                      : kind;
  decision.date = known.text(node, k::kDecidedOn);
  decision.entity = known.object(node, k::kEntity).value_or(Term());
  decision.other = known.object(node, k::kOther).value_or(Term());
  decision.entity_label = known.text(node, k::kEntityLabel);
  decision.other_label = known.text(node, k::kOtherLabel);
  decision.entity_classes = known.objects(node, k::kEntityClass);
  decision.other_classes = known.objects(node, k::kOtherClass);
  decision.names = texts(known.objects(node, k::kName));
  decision.rest_label = known.text(node, k::kRestLabel);
  decision.proposal = known.text(node, k::kProposal);
  if (kind == Decision::Kind::reject) decision.reading = read_reading(known, node);
  return decision;
}

}  // namespace

Term decision_iri(std::uint64_t number) {
  return Term::iri(fmt::format("urn:dossier:decision:{}", number));
}

Term decisions_graph() { return iri(k::kDecisions); }

std::vector<Quad> quads_of(const Decision& decision) {
  QuadList list(decision_iri(decision.number));
  list.add(vocabulary::rdf::kType, iri(class_of(decision)));
  list.add(k::kNumber, Term::integer(static_cast<std::int64_t>(decision.number)));
  list.add(k::kDecidedOn, time_literal(decision.date));
  if (decision.entity != Term()) list.add(k::kEntity, decision.entity);
  if (decision.other != Term()) list.add(k::kOther, decision.other);
  list.text(k::kEntityLabel, decision.entity_label);
  list.text(k::kOtherLabel, decision.other_label);
  list.all(k::kEntityClass, decision.entity_classes);
  list.all(k::kOtherClass, decision.other_classes);
  for (const std::string& name : decision.names) list.text(k::kName, name);
  list.text(k::kRestLabel, decision.rest_label);
  if (decision.document) list.add(k::kInDocument, *decision.document);
  list.text(k::kProposal, decision.proposal);
  if (decision.kind == Decision::Kind::reject) add_reading(list, decision.reading);
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

std::vector<Term> decision_classes() {
  std::vector<Term> result;
  for (const KindClass& one : kKindClasses) result.push_back(iri(one.class_iri));
  return result;
}

std::vector<Decision> read_decisions(const GraphReader& known) {
  std::vector<Decision> result;
  for (const KindClass& one : kKindClasses)
    for (const Term& node : known.subjects(vocabulary::rdf::kType, iri(one.class_iri)))
      result.push_back(read_decision(known, node, one.kind));
  std::sort(result.begin(), result.end(),
            [](const Decision& a, const Decision& b) { return a.number < b.number; });
  return result;
}

}  // namespace dossier::extract
