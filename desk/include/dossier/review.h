// SPDX-License-Identifier: Apache-2.0
// The review queue: what in a knowledge base is doubtful, each with a change that is proposed, the
// reasons for it and the sentences to judge it by. Installed as <dossier/review.h>.
//
//   for (const dossier::Proposal& one : dossier::review(kb))
//     if (ask_somebody(one)) dossier::accept_proposal(kb, one, now);
//     else dossier::decline_proposal(kb, one, now);
//
// What is accepted or declined is a decision (dossier/entities.h) and can be undone by its number.
// Threads: as the knowledge base given; accept_proposal() and decline_proposal() write.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/entities.h"
#include "dossier/export.h"

namespace dossier {

/// One of the things, or one of the facts, that a proposal is about, with a sentence that shows it.
struct ProposalSide {
  Term thing;               ///< the entity; of a fact its reifier
  std::string name;         ///< of an entity; of a fact "Ada Brandt visited Oslo"
  std::string status;       ///< of a fact: "asserted", "denied", or the modality
  Term sentence, document;  ///< Term() where no sentence mentions it
  std::string text, headline, date;
  /// Of a fact: code points of `text` that are its subject, relation and object, in order.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> spans;
  std::uint64_t sentences = 0;  ///< how many mention the entity, or say the fact
};

struct Proposal {
  enum class Kind : std::uint8_t {
    duplicate,  ///< merge the second side into the first
    label,      ///< call the first side `new_label`
    conflict,   ///< reject the first side, which has less for it than the second
    fact,       ///< reject the first side
  };
  /// The same as long as what it is about is there, whatever else changes: "d4c81f0a2".
  std::string id;
  Kind kind = Kind::duplicate;
  std::string proposed;              ///< "merge A. Brandt into Ada Brandt"
  std::vector<std::string> reasons;  ///< at least one
  double weight = 0;                 ///< from 0 to 1: how much speaks for it
  std::vector<ProposalSide> sides;
  std::string new_label;
};

inline constexpr std::array<std::string_view, 4> kProposalKinds{"duplicate", "label", "conflict",
                                                                "fact"};
inline std::string_view name_of(Proposal::Kind kind) {
  return kProposalKinds.at(static_cast<std::size_t>(kind));
}

struct ReviewRequest {
  std::optional<Proposal::Kind> kind = {};
  double doubt = 0.5;     ///< asserted facts with less confidence are doubtful
  std::size_t most = 50;  ///< of each kind
};

/// What is to be decided, without what was declined: by kind, then the weightiest first. Throws
/// what views throw (dossier/views.h).
DOSSIER_API std::vector<Proposal> review(const KnowledgeBase& kb, const ReviewRequest& request = {},
                                         const QueryOptions& options = {});

/// The proposal with this id, however many are before it; none when it is decided or what it is
/// about is gone. Errors as review().
DOSSIER_API std::optional<Proposal> find_proposal(const KnowledgeBase& kb, const std::string& id,
                                                  ReviewRequest request = {},
                                                  const QueryOptions& options = {});
/// Whether everything that the proposal is about is still there: a decision can take it away.
DOSSIER_API bool still_stands(const KnowledgeBase& kb, const Proposal& proposal);

/// Does what is proposed. Of a conflict, `side` is the one that goes. Throws Error(input) when what
/// it is about is not there any more.
DOSSIER_API EntityDecision accept_proposal(KnowledgeBase& kb, const Proposal& proposal,
                                           const std::string& date, std::size_t side = 0);
/// Remembers that it is not wanted: review() has it no more. Throws Error(input) when it was
/// declined already.
DOSSIER_API EntityDecision decline_proposal(KnowledgeBase& kb, const Proposal& proposal,
                                            const std::string& date);

}  // namespace dossier
