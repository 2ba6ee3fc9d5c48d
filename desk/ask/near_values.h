// SPDX-License-Identifier: Apache-2.0
// The last resort: what a sentence has of the kind that is asked for, where it has or stands near
// all words of the question, whatever its form. Private to desk/ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/ask/sentence_clauses.h"

namespace dossier::asking {

/// Words of which one has to be there, or a thing that has to be named.
struct QuestionTerm {
  std::vector<std::string> words;
  std::vector<Term> things;
  bool verb = false;
};

/// What a sentence that answers has to speak of.
std::vector<QuestionTerm> question_terms(const Reading& reading);

struct NearValue {
  ClauseValue value;
  std::size_t own = 0;  ///< terms that stand in the sentence itself
};

/// None where a term is missing, where nothing of that kind is named, and where two such things
/// stand equally near.
std::optional<NearValue> near_value(const Reading& reading, const SentenceText& sentence);

}  // namespace dossier::asking
