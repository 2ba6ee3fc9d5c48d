// SPDX-License-Identifier: Apache-2.0
// How something came about, and what befell somebody, as a clause says it. Private to desk/ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/ask/phrase_match.h"
#include "desk/ask/question.h"

namespace dossier::asking {

/// "in a fall", "by selling his shares": what stands in the clause behind such a preposition, and
/// is no time.
std::optional<extract::TokenRange> manner_of(const extract::Sentence& sentence,
                                             const extract::Frame& frame);
/// "shot himself": of somebody who died.
std::optional<extract::TokenRange> own_death(const extract::Sentence& sentence,
                                             const extract::Frame& frame);
/// "shoot", "drown", for the search of sentences.
std::vector<std::string> dying_verbs();
/// "burned down in 2015", "was sold to X": the words of a clause that befalls what the phrase
/// names, without what names it.
std::optional<extract::TokenRange> befell(const extract::Sentence& sentence,
                                          const extract::Frame& frame, const PhraseMatcher& phrases,
                                          const Phrase& phrase);

}  // namespace dossier::asking
