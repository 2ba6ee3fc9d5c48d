// SPDX-License-Identifier: Apache-2.0
// Answers to a question, laid out for reading.
#pragma once

#include <ostream>
#include <vector>

#include "dossier/ask.h"
#include "repl/tasks/evidence_card.h"

namespace dossier::repl {

/// What was understood, the answers each with its sentence, what is denied, planned and alleged,
/// and the query. Without answers the best sentences, and which words nothing is known of.
void write_answers(std::ostream& out, const Answers& answers, const CardStyle& style);

/// The sentences that the numbers of write_answers() mean, in its order.
std::vector<Term> sentences_of(const Answers& answers);

/// The numbered things that a name may mean, and how to say which.
void write_ambiguous(std::ostream& out, const AmbiguousName& name, const CardStyle& style);

}  // namespace dossier::repl
