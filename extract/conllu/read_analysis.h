// SPDX-License-Identifier: Apache-2.0
// Reads CoNLL-U as a document: its tokens are kept, and its tags and trees where the file has them.
#pragma once

#include <vector>

#include "extract/conllu/sentences.h"
#include "extract/document.h"

namespace dossier::extract {

/// The text put together from the tokens, with paragraphs and sentences as the file has them. All
/// documents of the file make one. Tags, lemmas and trees are taken over; "_" leaves them empty.
Analysis analysis_of(const std::vector<ConlluSentence>& sentences);

}  // namespace dossier::extract
