// SPDX-License-Identifier: Apache-2.0
// The base forms of words, as the text index takes them.
#pragma once

#include <vector>

#include "dossier/text_index.h"
#include "extract/document.h"

namespace dossier::extract {

/// Of the words of a sentence, by their bytes in the sentence's text.
std::vector<WordBase> base_forms(const Document& document, const Sentence& sentence);

}  // namespace dossier::extract
