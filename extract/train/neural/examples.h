// SPDX-License-Identifier: Apache-2.0
// Treebank sentences as the network trains on them.
#pragma once

#include <string>
#include <vector>

#include "extract/analyze/neural/network_file.h"
#include "extract/analyze/tagger.h"
#include "extract/conllu/sentences.h"
#include "extract/train/neural/objective.h"

namespace dossier::extract {

struct Example {
  SentenceInput input;
  GoldSentence gold;
};

/// Each sentence's words with the tags of a perceptron that was not trained on them: one of five,
/// each trained on four fifths of the treebank.
std::vector<std::vector<InputWord>> jackknifed(const std::vector<ConlluSentence>& treebank,
                                               const Lexicon& lexicon);

/// A sentence's words as the perceptron tags them.
std::vector<InputWord> input_words(const std::vector<std::string>& forms, const Tagger& tagger,
                                   const Lexicon& lexicon);

/// The strings and outcomes that the treebank has often enough.
NetworkStrings network_strings(const std::vector<ConlluSentence>& treebank,
                               const std::vector<std::vector<InputWord>>& words,
                               const Lexicon& lexicon);

std::vector<Example> make_examples(const std::vector<ConlluSentence>& treebank,
                                   const std::vector<std::vector<InputWord>>& words,
                                   const NetworkStrings& strings, const InputVocabulary& vocabulary,
                                   const Lexicon& lexicon);

}  // namespace dossier::extract
