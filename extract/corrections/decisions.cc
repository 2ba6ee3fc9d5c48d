// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/decisions.h"

#include <algorithm>

#include "extract/corrections/decision_quads.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

bool has_name(const Decision& decision, const std::string& name) {
  return std::find(decision.names.begin(), decision.names.end(), name) != decision.names.end();
}

}  // namespace

Decisions::Decisions(std::vector<Decision> decisions) : decisions_(std::move(decisions)) {
  std::erase_if(decisions_, [](const Decision& one) { return one.kind == Decision::Kind::refuse; });
  std::sort(decisions_.begin(), decisions_.end(),
            [](const Decision& a, const Decision& b) { return a.number < b.number; });
}

Term Decisions::origin(const Term& entity, const std::string& name) const {
  Term at = entity;
  for (auto decision = decisions_.rbegin(); decision != decisions_.rend(); ++decision) {
    const bool merged = decision->kind == Decision::Kind::merge;
    if (merged && at == decision->entity && has_name(*decision, name)) at = decision->other;
    if (decision->is_split() && at == decision->other) at = decision->entity;
  }
  return at;
}

Term Decisions::current(Term entity) const {
  for (const Decision& decision : decisions_)
    if (decision.kind == Decision::Kind::merge && entity == decision.other)
      entity = decision.entity;
  return entity;
}

bool Decisions::concern(const Term& entity) const {
  return std::any_of(decisions_.begin(), decisions_.end(), [&](const Decision& decision) {
    return decision.entity == entity || decision.other == entity;
  });
}

std::string Decisions::label(const Term& entity) const {
  for (const Decision& decision : decisions_) {
    if (decision.entity == entity) return decision.entity_label;
    if (decision.other == entity) return decision.other_label;
  }
  return {};
}

std::optional<Term> Decisions::named(
    const std::string& name, const std::function<bool(const std::vector<Term>&)>& fits) const {
  for (const Decision& decision : decisions_) {
    if (decision.entity_label == name && fits(decision.entity_classes))
      return origin(decision.entity, name);
    const bool other = decision.kind == Decision::Kind::merge &&
                       (decision.other_label == name || has_name(decision, name));
    if (other && fits(decision.other_classes)) return decision.other;
  }
  return std::nullopt;
}

std::vector<Quad> Decisions::apply(const std::vector<Quad>& quads, const Term& graph) const {
  TripleSet triples;
  for (const Quad& quad : quads) triples.insert({quad.subject, quad.predicate, quad.object});
  std::vector<Quad> result;
  for (const Decision& decision : decisions_) {
    const Patch patch = patch_of(decision, triples, graph);
    if (patch.empty()) continue;
    patch.apply_to(triples);
    const Term node = Term::blank_node("change-" + std::to_string(decision.number));
    for (Quad& quad : quads_of(patch, decision, graph, node)) result.push_back(std::move(quad));
  }
  for (const Triple& triple : triples)
    result.push_back({triple.subject, triple.predicate, triple.object, graph});
  return result;
}

const Decisions& DecisionReader::in(const GraphReader& known) {
  std::vector<TermId> ids;
  for (const Term& kind : decision_classes()) {
    const std::vector<TermId> more = known.description_ids(vocabulary::rdf::kType, kind);
    ids.insert(ids.end(), more.begin(), more.end());
  }
  if (ids == ids_) return decisions_;
  decisions_ = Decisions(read_decisions(known));
  ids_ = std::move(ids);
  ++readings_;
  return decisions_;
}

}  // namespace dossier::extract
