// SPDX-License-Identifier: Apache-2.0
// Nouns that describe a name: "the aid group Nordhelp", "Norwave, a shipping company".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/known_names.h"

namespace dossier::extract {

/// "company", "council", "newspaper": what only organisations are called. In lower case.
bool is_body_noun(std::string_view noun);

/// Of "brother", "actress"; unknown for nouns of men and women alike. In lower case.
Gender gender_of_noun(std::string_view noun);

/// The tokens of nouns that describe a mention: right before it, in apposition, or what a copula
/// says of it. Needs the tree for the last two.
std::vector<std::uint32_t> describing_nouns(const Sentence& sentence, const Mention& mention);

}  // namespace dossier::extract
