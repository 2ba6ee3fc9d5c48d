// SPDX-License-Identifier: Apache-2.0
// Guesses the type of a name from the words in it and next to it.
#pragma once

#include "extract/document.h"
#include "extract/names/name_readings.h"

namespace dossier::extract {

/// "Mount Tarn", "Cyclone Ada": the type the first word gives the rest; unknown when it gives none.
MentionType type_by_first_word(const SentenceNames& names, const NameSpan& span);

/// Takes that type, unless rules are certain of another.
void guess_from_first_word(const SentenceNames& names, NameSpan& span);

/// "Ada Moss is the president of": who has a post is a person, whatever the network reads.
void guess_from_copula(const SentenceNames& names, NameSpan& span);

/// Guesses the type of a name nothing is known about from the words next to it.
void guess_from_context(const Sentence& sentence, const SentenceNames& names, NameSpan& span);

}  // namespace dossier::extract
