// SPDX-License-Identifier: Apache-2.0
// Splits paragraphs into sentences and tokens.
#pragma once

#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// The sentences of the headline and body paragraphs, each with its Universal Dependencies tokens:
/// clitics apart ("do" "n't", "Kenya" "'s"), hyphenated compounds split as the English treebanks
/// do. Every token's text is exactly its span of Document::text. Tags, lemmas and names are empty.
std::vector<Sentence> segment(const Document& document);

/// The tokens of a piece of text, spans shifted by `offset`. What segment() uses.
std::vector<Token> tokenize(std::u32string_view text, std::uint32_t offset = 0);

}  // namespace dossier::extract
