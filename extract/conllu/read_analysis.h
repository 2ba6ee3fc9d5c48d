// SPDX-License-Identifier: Apache-2.0
// Reads CoNLL-U as a document: its tokens are kept, and its tags and trees where the file has them.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/text/conllu.h"

namespace dossier::extract {

/// The text put together from the tokens, with paragraphs and sentences as the file has them. All
/// documents of the file make one. Tags, lemmas and trees are taken over; "_" leaves them empty.
Analysis analysis_of(const std::vector<ConlluSentence>& sentences);

/// Whether every word of the sentence has tag and lemma and the heads make one tree.
bool is_annotated(const Sentence& sentence);

}  // namespace dossier::extract
