// SPDX-License-Identifier: Apache-2.0
// Mentions: making them, their order, and what is asked of them in several places.
#pragma once

#include <cstdint>

#include "extract/document.h"

namespace dossier::extract {

inline bool is_person(MentionType type) { return type == MentionType::person; }

inline bool opens_bracket(const Token& token) {
  return token.text == "(" || token.xpos == Xpos::lrb;
}

inline bool closes_bracket(const Token& token) {
  return token.text == ")" || token.xpos == Xpos::rrb;
}

/// Whether a mention of the sentence has the token.
bool is_in_mention(const Sentence& sentence, std::uint32_t token);

/// A mention of these words, as they stand, with blanks between.
Mention make_mention(const Sentence& sentence, TokenRange tokens, MentionType type);

/// Puts mentions in the order of the text; those that begin together stay as they are.
void sort_mentions(Sentence& sentence);

}  // namespace dossier::extract
