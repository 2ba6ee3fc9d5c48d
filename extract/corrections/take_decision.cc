// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/take_decision.h"

#include <fmt/format.h>

#include "extract/corrections/decision_quads.h"
#include "extract/corrections/decision_work.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"
#include "storage/store.h"

namespace dossier::extract {

DecisionGround::DecisionGround(const KnowledgeBase& kb)
    : known(kb.store().snapshot()), decisions(read_decisions(known)) {}

Decision DecisionGround::next(Decision::Kind kind, const std::string& date) const {
  Decision decision;
  decision.number = decisions.empty() ? 1 : decisions.back().number + 1;
  decision.kind = kind;
  decision.date = date;
  return decision;
}

Decision DecisionGround::about(Decision::Kind kind, const Term& entity,
                               const std::string& date) const {
  if (!entity.is_iri() || !known.is_subject(entity))
    throw Error(ErrorCode::input,
                fmt::format("the knowledge base has nothing about {}", entity.to_string()));
  Decision decision = next(kind, date);
  decision.entity = entity;
  decision.entity_label = known.text(entity, kLabel);
  decision.entity_classes = known.objects(entity, vocabulary::rdf::kType);
  return decision;
}

EntityDecision shown(const Decision& decision) {
  EntityDecision result;
  result.number = decision.number;
  result.kind = static_cast<EntityDecision::Kind>(decision.kind);
  result.date = decision.date;
  result.entity = decision.entity;
  result.other = decision.other;
  result.document = decision.document;
  switch (decision.kind) {
    case Decision::Kind::split_name:
    case Decision::Kind::rename:
      result.name = decision.names.front();
      break;
    case Decision::Kind::reject:
      result.entity = decision.reading.fact;
      result.text = decision.reading.sentence;
      break;
    case Decision::Kind::refuse:
      result.name = decision.proposal;
      break;
    case Decision::Kind::merge:
    case Decision::Kind::split_document:
      break;
  }
  return result;
}

EntityDecision apply_decision(Transaction& transaction, const Decision& decision) {
  DecisionWork work(transaction);
  work.apply(decision);
  work.write(decision);
  transaction.commit();
  return shown(decision);
}

}  // namespace dossier::extract
