// SPDX-License-Identifier: Apache-2.0
// Learns the lemmatiser's suffix rules and exceptions.
#pragma once

#include <string>
#include <vector>

#include "extract/conllu/sentences.h"

namespace dossier::extract {

/// The six lemma sections of the tagger's model, in their order.
std::vector<std::string> train_lemmas(const std::vector<ConlluSentence>& treebank);

}  // namespace dossier::extract
