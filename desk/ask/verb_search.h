// SPDX-License-Identifier: Apache-2.0
// The search for the sentences that may answer a question. Private to desk/ask.
#pragma once

#include <string>
#include <vector>

#include "desk/ask/question.h"

namespace dossier::asking {

/// Any of these relations or verbs, by its first word: "break OR collapse" of "break_off" and
/// "collapse".
std::string any_of(const std::vector<std::string>& verbs);

/// The verb in all its forms, what means the same, nouns for it, and one of `words`; `around`:
/// these may all stand around the sentence.
std::string search_words(const Reading& reading, const std::vector<std::string>& words,
                         bool around);

}  // namespace dossier::asking
