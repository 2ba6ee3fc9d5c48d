// SPDX-License-Identifier: Apache-2.0
// The review queue, and the decisions that were taken.
#include "dossier/review.h"

#include "desk/server/views/json.h"
#include "desk/server/views/view.h"

namespace dossier::server {
namespace {

Json json_of(const ProposalSide& side) {
  Json marks = Json::array();
  for (const auto& [begin, end] : side.spans) marks.push_back({begin, end});
  const auto iri = [](const Term& term) { return text_or_null(term.value()); };
  return {{"iri", iri(side.thing)},
          {"name", side.name},
          {"status", text_or_null(side.status)},
          {"text", text_or_null(side.text)},
          {"marks", std::move(marks)},
          {"sentence", iri(side.sentence)},
          {"document", iri(side.document)},
          {"headline", text_or_null(side.headline)},
          {"date", text_or_null(side.date)},
          {"sentences", side.sentences}};
}

Json json_of(const Proposal& proposal) {
  Json sides = Json::array();
  for (const ProposalSide& side : proposal.sides) sides.push_back(json_of(side));
  std::string because;
  for (const std::string& reason : proposal.reasons)
    because += (because.empty() ? "" : "; ") + reason;
  return {{"id", proposal.id},
          {"kind", std::string(name_of(proposal.kind))},
          {"proposed", proposal.proposed},
          {"reasons", proposal.reasons},
          {"because", because},
          {"weight", proposal.weight},
          {"sides", std::move(sides)},
          {"newLabel", text_or_null(proposal.new_label)}};
}

std::optional<Proposal::Kind> wanted_kind(const std::string& word) {
  if (word.empty()) return std::nullopt;
  for (std::size_t i = 0; i < kProposalKinds.size(); ++i)
    if (word == kProposalKinds.at(i)) return static_cast<Proposal::Kind>(i);
  throw HttpError{400, "there is no kind " + word + ": duplicate, label, conflict, fact"};
}

}  // namespace

Json review_view(const ViewCall& call) {
  constexpr std::size_t kUsual = 20, kMost = 1000;
  const ReviewRequest request{.kind = wanted_kind(call.form.text("kind")),
                              .most = number(call.form, "most", kUsual, kMost)};
  Json json{{"editable", call.context.options.edit}};
  json["proposals"] = Json::array();
  for (const Proposal& one : review(call.kb, request, call.options))
    json["proposals"].push_back(json_of(one));
  Namer namer(call.kb, call.options);
  json["decisions"] = Json::array();
  for (const EntityDecision& one : entity_decisions(call.kb))
    json["decisions"].push_back(decision_json(one, namer));
  return json;
}

}  // namespace dossier::server
