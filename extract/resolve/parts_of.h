// SPDX-License-Identifier: Apache-2.0
// Phrases that tell a part or a number of something: "two of his deputies", "most of the money".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/document.h"

namespace dossier::extract::resolve {

bool is_common_noun(const Token& token);

/// Whether what the noun means can be told apart and spoken of again. `noun` is a lemma.
bool is_countable(std::string_view noun);

/// The noun behind "of" if `head` tells a part or a number of it; of a number alone ("nine were
/// hurt") what the sentence counted before.
std::optional<std::uint32_t> noun_of_part(const Sentence& sentence, std::uint32_t head);

/// "nine"
bool is_bare_numeral(const Sentence& sentence, std::uint32_t head);

/// Whether a pronoun stands there: "some of them".
bool is_part_of_pronoun(const Sentence& sentence, std::uint32_t head);

/// "each of the ships", "all of them": what is behind "of".
std::optional<Argument> whole_of(const Sentence& sentence, const Argument& argument);

/// "few", "most": words that tell how many of the things there are, as a number does.
bool tells_how_many(const Token& token);

/// "Thousands" by itself.
bool is_bare_number(const Sentence& sentence, std::uint32_t head);

}  // namespace dossier::extract::resolve
