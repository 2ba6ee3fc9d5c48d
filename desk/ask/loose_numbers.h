// SPDX-License-Identifier: Apache-2.0
// How many, where no clause has the question's form: the one number of that kind. Private to
// desk/ask.
#pragma once

#include <optional>

#include "desk/ask/phrase_match.h"
#include "desk/ask/question.h"

namespace dossier::asking {

/// The number counts what "how many" asks for: "2,300 men" of people, "412 signatures" of who
/// signed.
bool counts_asked(const Reading& reading, const extract::Sentence& sentence,
                  const extract::Quantity& quantity);

/// "2,300 men" of "There are 2,300 men on the site" for "How many men work at the site?", "412
/// signatures" for who signed: of a sentence that has or stands near all other words of the
/// question. None where two numbers count such things.
std::optional<extract::TokenRange> loose_number(const Reading& reading,
                                                const extract::Sentence& sentence,
                                                const PhraseMatcher& phrases);

}  // namespace dossier::asking
