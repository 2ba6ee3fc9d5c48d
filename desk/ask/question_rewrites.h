// SPDX-License-Identifier: Apache-2.0
// Questions in a roundabout form, put into the plain one: "List all cities where X works" as "In
// which cities does X work". Private to desk/ask.
#pragma once

#include <vector>

#include "desk/ask/question_tokens.h"
#include "desk/ask/statement.h"

namespace dossier::asking {

/// Changes the words; notes in the statement what they can't say.
void rewrite_question(std::vector<Word>& words, Statement& out);

}  // namespace dossier::asking
