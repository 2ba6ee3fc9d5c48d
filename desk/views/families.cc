// SPDX-License-Identifier: Apache-2.0
// Families of relations: "who met whom" is asked once, whatever verb was used.
#include <algorithm>
#include <array>

#include "dossier/views.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

constexpr auto kGive = std::to_array<std::string_view>(
    {"give", "give_to", "donate", "donate_to", "provide", "provide_to", "deliver", "deliver_to",
     "send", "send_to", "supply", "supply_to", "grant", "grant_to", "hand_over_to"});
constexpr auto kGo = std::to_array<std::string_view>(
    {"go_to", "visit", "travel_to", "come_to", "fly_to", "arrive_in", "arrive_at", "return_to",
     "leave_for", "move_to", "drive_to", "pay_visit_to", "make_visit_to"});
constexpr auto kMeet = std::to_array<std::string_view>(
    {"meet", "meet_with", "hold_talks_with", "hold_meeting_with", "have_meeting_with",
     "have_talks_with", "hold_consultations_with", "have_conversation_with",
     "hold_conversation_with", "speak_with", "speak_to", "talk_with", "talk_to", "negotiate_with",
     "confer_with"});
constexpr auto kOwn =
    std::to_array<std::string_view>({"own", "buy", "buy_from", "acquire", "acquire_from",
                                     "purchase", "purchase_from", "take_over", "possess"});
constexpr auto kSay = std::to_array<std::string_view>(
    {"say", "say_to", "tell", "state", "declare", "announce", "claim", "report", "add", "explain",
     "note", "stress", "emphasize", "confirm", "warn"});
constexpr auto kSign =
    std::to_array<std::string_view>({"sign", "sign_with", "conclude", "conclude_with", "ratify",
                                     "initial", "agree_on", "agree_to", "agree_with"});

constexpr std::array<RelationFamily, 6> kFamilies{
    {{"give", kGive}, {"go", kGo}, {"meet", kMeet}, {"own", kOwn}, {"say", kSay}, {"sign", kSign}}};

}  // namespace

std::span<const RelationFamily> relation_families() { return kFamilies; }

std::vector<Term> family(const KnowledgeBase& kb, std::string_view name,
                         const QueryOptions& options) {
  std::vector<Term> out;
  const auto known = std::find_if(kFamilies.begin(), kFamilies.end(),
                                  [&](const RelationFamily& f) { return f.name == name; });
  if (known == kFamilies.end()) return out;
  for (const std::string_view local : known->relations) {
    const Term relation = Term::iri(vocabulary::iri(vocabulary::kRelation, local));
    QueryOptions own = options;
    own.parameters = {{"relation", relation}};
    if (kb.query("ASK { ?fact rdf:reifies <<( ?s $relation ?o )>> }", own).boolean())
      out.push_back(relation);
  }
  return out;
}

}  // namespace dossier
