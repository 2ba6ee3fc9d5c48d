// SPDX-License-Identifier: Apache-2.0
// A question that leans on the one before, written in full: "and where was she born?" behind "Who
// is Anna Berg?" as "where was Anna Berg born?". Private to desk/ask.
#pragma once

#include <string>
#include <vector>

#include "dossier/ask.h"

namespace dossier::asking {

struct QuestionInFull {
  std::string question;  ///< as typed when it needs nothing from another
  bool changed = false;  ///< it takes something from the question before
  std::string unclear;   ///< what nothing before explains: "she"; "" when all is clear
  std::vector<AmbiguousName> ambiguous;  ///< the pronoun, and the things that it may mean
};

/// Without a question before, and where that leaves open what is meant, nothing is guessed.
QuestionInFull question_in_full(const KnowledgeBase& kb, const AskRequest& request,
                                const QueryOptions& options);

/// What a question after this one may lean on. `asked` is the question in full.
AskContext context_after(const AskRequest& request, const std::string& asked,
                         const Answers& answers);

}  // namespace dossier::asking
