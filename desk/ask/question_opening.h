// SPDX-License-Identifier: Apache-2.0
// What stands around a question: "please tell me", "besides X", "and when?". Private to desk/ask.
#pragma once

#include <vector>

#include "desk/ask/question_tokens.h"
#include "desk/ask/statement.h"

namespace dossier::asking {

/// Takes it off the words and notes it in the statement.
void strip_around(std::vector<Word>& words, Statement& out);

}  // namespace dossier::asking
