// SPDX-License-Identifier: Apache-2.0
// The review queue laid out for reading and for programs, and what is decided about it.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "dossier/review.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// What is proposed, why, and each side with its sentence.
void write_proposal(std::ostream& out, const Proposal& proposal, const CardStyle& style);
/// One row each: id, kind, what is proposed, reasons, weight, and both sides with their sentences.
RowList proposal_list(const std::vector<Proposal>& proposals);

/// "duplicate" or "duplicates". Throws Error(usage) for another word.
Proposal::Kind parse_proposal_kind(const std::string& word);
/// The proposal with this id. Throws Error(input) when the queue has none.
Proposal proposal_named(const KnowledgeBase& kb, const std::string& id,
                        const ReviewRequest& request);

}  // namespace dossier::repl
