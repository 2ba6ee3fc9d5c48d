// SPDX-License-Identifier: Apache-2.0
// Phrases that tell a part or a number of something: "two of his deputies", "most of the money".
#pragma once

#include <cstdint>
#include <optional>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// The noun behind "of" if `head` tells a part or a number of it.
std::optional<std::uint32_t> noun_of_part(const Sentence& sentence, std::uint32_t head);

/// Whether a pronoun stands there: "some of them".
bool is_part_of_pronoun(const Sentence& sentence, std::uint32_t head);

/// "each of the ships", "all of them": what is behind "of".
std::optional<Argument> whole_of(const Sentence& sentence, const Argument& argument);

/// "few", "most": words that tell how many of the things there are, as a number does.
bool tells_how_many(const Token& token);

/// "Thousands" by itself.
bool is_bare_number(const Sentence& sentence, std::uint32_t head);

}  // namespace dossier::extract::resolve
