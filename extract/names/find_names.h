// SPDX-License-Identifier: Apache-2.0
// Names of a whole document: spans are found per sentence, types use the evidence of all sentences.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract {

/// Fills in the mentions of all sentences, which have tags. See Analyzer::find_names.
void find_names(const Document& document, const Lexicon& lexicon, std::vector<Sentence>& sentences);

}  // namespace dossier::extract
