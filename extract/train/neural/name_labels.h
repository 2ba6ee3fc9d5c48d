// SPDX-License-Identifier: Apache-2.0
// Names in GUM: its Entity= annotation marks every noun phrase; a name is what is left of a phrase
// headed by a proper noun when titles, modifiers and clauses are taken off.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/conllu/sentences.h"
#include "extract/lexicon/lexicon.h"
#include "extract/train/neural/name_trimmer.h"

namespace dossier::extract {

struct SentenceNames {
  std::vector<GoldName> names;  ///< apart from each other, outermost ones kept
  /// Proper nouns nobody has judged: in no phrase, or in one with another head and no name.
  std::vector<std::size_t> open;
};

/// The names of each sentence; nothing when no sentence of the document (its part of the treebank)
/// has an Entity= annotation.
std::vector<std::optional<SentenceNames>> gold_names(const std::vector<ConlluSentence>& treebank,
                                                     const Lexicon& lexicon);

/// "O", "B-PERSON", ... for each of `words` words; "" for the open ones.
std::vector<std::string> bio_labels(const SentenceNames& sentence, std::size_t words);

}  // namespace dossier::extract
