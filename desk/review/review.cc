// SPDX-License-Identifier: Apache-2.0
// The queue, and what becomes of its proposals.
#include "dossier/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

#include "desk/review/proposals.h"
#include "desk/views/rows.h"
#include "dossier/error.h"
#include "dossier/fact_corrections.h"

namespace dossier {
namespace {

using reviewing::ReviewCall;

/// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: a name that depends on what it is about.
std::string id_of(Proposal::Kind kind, std::initializer_list<std::string_view> what) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto mix = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3; };
  for (const std::string_view part : what) {
    for (const char c : part) mix(static_cast<unsigned char>(c));
    mix(0);
  }
  constexpr int kShift = 28;  // nine digits of sixteen
  return fmt::format("{}{:09x}", name_of(kind).front(), hash >> kShift);
}

using Maker = void (*)(const ReviewCall&, std::vector<Proposal>&);
constexpr std::array<Maker, kProposalKinds.size()> kMakers{
    reviewing::add_duplicates, reviewing::add_labels, reviewing::add_conflicts,
    reviewing::add_doubtful_facts};

}  // namespace

bool reviewing::ReviewCall::add(std::vector<Proposal>& out, Proposal proposal,
                                std::initializer_list<std::string_view> what) const {
  proposal.id = id_of(proposal.kind, what);
  if (!declined.contains(proposal.id)) out.push_back(std::move(proposal));
  return out.size() < request.most;
}

ProposalSide reviewing::side_of(const ReviewCall& call, const Term& thing,
                                const std::string& name) {
  ProposalSide side;
  side.thing = thing;
  side.name = name;
  QueryOptions options = call.options;
  options.parameters = {{"thing", thing}};
  for (const Row& row : call.kb.query(
           "SELECT ?sentence ?text ?document ?headline ?date { ?sentence k:mentions $thing ; "
           "k:text ?text ; k:partOf ?document . OPTIONAL { ?document schema:headline ?headline } "
           "OPTIONAL { ?document schema:datePublished ?date } } ORDER BY ?date ?document ?sentence",
           options)) {
    if (++side.sentences > 1) continue;
    side.sentence = *row["sentence"];
    side.document = *row["document"];
    side.text = row["text"]->value();
    side.headline = text_of(row["headline"]);
    side.date = day_of(row["date"]);
  }
  return side;
}

std::vector<Proposal> review(const KnowledgeBase& kb, const ReviewRequest& request,
                             const QueryOptions& options) {
  ReviewCall call{kb, request, options, {}};
  for (const EntityDecision& decision : entity_decisions(kb))
    if (decision.kind == EntityDecision::Kind::refuse_proposal) call.declined.insert(decision.name);
  std::vector<Proposal> out;
  for (std::size_t kind = 0; kind < kMakers.size(); ++kind) {
    if (request.kind && static_cast<std::size_t>(*request.kind) != kind) continue;
    std::vector<Proposal> some;
    if (request.most > 0) kMakers.at(kind)(call, some);
    std::move(some.begin(), some.end(), std::back_inserter(out));
  }
  return out;
}

std::optional<Proposal> find_proposal(const KnowledgeBase& kb, const std::string& id,
                                      ReviewRequest request, const QueryOptions& options) {
  request.most = std::numeric_limits<std::size_t>::max() / 2;  // a slice adds to it
  for (std::size_t i = 0; i < kProposalKinds.size(); ++i)
    if (!id.empty() && id.front() == kProposalKinds.at(i).front())
      request.kind = static_cast<Proposal::Kind>(i);
  for (Proposal& one : review(kb, request, options))
    if (one.id == id) return std::move(one);
  return std::nullopt;
}

bool still_stands(const KnowledgeBase& kb, const Proposal& proposal) {
  return std::all_of(proposal.sides.begin(), proposal.sides.end(), [&](const ProposalSide& side) {
    QueryOptions options;
    options.parameters = {{"thing", side.thing}};
    return kb.query("ASK { $thing ?p ?o }", options).boolean();
  });
}

EntityDecision accept_proposal(KnowledgeBase& kb, const Proposal& proposal, const std::string& date,
                               std::size_t side) {
  if (side >= proposal.sides.size() || (side > 0 && proposal.kind != Proposal::Kind::conflict))
    throw Error(ErrorCode::input, fmt::format("proposal {} has no side {}", proposal.id, side + 1));
  switch (proposal.kind) {
    case Proposal::Kind::duplicate:
      return merge_entities(kb, proposal.sides[0].thing, proposal.sides[1].thing, date);
    case Proposal::Kind::label:
      return rename_entity(kb, proposal.sides[0].thing, proposal.new_label, date);
    case Proposal::Kind::conflict:
    case Proposal::Kind::fact:
      break;
  }
  return reject_fact(kb, proposal.sides[side].thing, date);
}

EntityDecision decline_proposal(KnowledgeBase& kb, const Proposal& proposal,
                                const std::string& date) {
  const Term other = proposal.sides.size() > 1 ? proposal.sides[1].thing : Term();
  return refuse_proposal(kb, proposal.id, proposal.sides.front().thing, other, date);
}

}  // namespace dossier
