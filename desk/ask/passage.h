// SPDX-License-Identifier: Apache-2.0
// The last resort: what a sentence that speaks of what the question speaks of has of the kind that
// is asked for, whatever the form of its clauses. Private to desk/ask.
#pragma once

#include <vector>

#include "desk/ask/passage_terms.h"
#include "desk/ask/question.h"
#include "desk/ask/sentence_clauses.h"

namespace dossier::asking {

/// A value of a sentence and how well it fits: 1 is a sentence that has all that the question has,
/// with the value where the question asks.
struct PassageValue {
  ClauseValue value;
  double score = 0;
};

/// The best first; empty where the sentence has nothing of that kind.
std::vector<PassageValue> passage_values(const Reading& reading,
                                         const std::vector<PassageTerm>& terms,
                                         const SentenceText& sentence);

}  // namespace dossier::asking
