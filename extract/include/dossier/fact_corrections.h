// SPDX-License-Identifier: Apache-2.0
// Facts that people reject, and proposals that they refuse. Both are decisions like those about
// entities (dossier/entities.h): numbered with them, listed by entity_decisions() and undone by
// undo_decision().
//
// Threads, errors and lifetime: as for the functions of dossier/entities.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/entities.h"

namespace dossier {

/// A fact that was taken out. It is still in the changes of its decision.
struct RejectedFact {
  EntityDecision decision;
  /// What it said; none where the document no longer says so.
  std::optional<Triple> triple;
  std::string subject, object;  ///< as written in the sentence, or the IRI
  Term relation;
  std::string saying;  ///< "asserted", "denied", or the modality
};

/// Takes the fact `fact` (doc:report#f3) out of the knowledge base: its reifier, and the triple, if
/// no other sentence of the document asserts it. Documents ingested later do not bring it back: it
/// is known by its sentence, its relation and its words, not by its number. `date` is an
/// xsd:dateTime. Throws Error(input) when `fact` is no fact with a sentence, or is rejected.
DOSSIER_API EntityDecision reject_fact(KnowledgeBase& kb, const Term& fact,
                                       const std::string& date);

/// Takes back what rejected `fact`. Throws Error(input) when it is not rejected.
DOSSIER_API void restore_fact(KnowledgeBase& kb, const Term& fact);

/// By number.
DOSSIER_API std::vector<RejectedFact> rejected_facts(const KnowledgeBase& kb);

/// Remembers that a proposal of the review queue (dossier/review.h) is not wanted; `about` and
/// `other` are what it is about. Throws Error(input) when it is refused already.
DOSSIER_API EntityDecision refuse_proposal(KnowledgeBase& kb, const std::string& proposal,
                                           const Term& about, const Term& other,
                                           const std::string& date);

}  // namespace dossier
