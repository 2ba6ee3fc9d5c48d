// SPDX-License-Identifier: Apache-2.0
// Roundabout questions about times, put plainly. Private to desk/ask.
#pragma once

#include <vector>

#include "desk/ask/question_tokens.h"

namespace dossier::asking {

/// "Since when", "how long did it take", "between 20 November and 30 November 2022".
void rewrite_times(std::vector<Word>& words);

}  // namespace dossier::asking
