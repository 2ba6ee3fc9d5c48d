// SPDX-License-Identifier: Apache-2.0
// Trains the tagger and writes its model.
#pragma once

#include <string>
#include <vector>

#include "extract/conllu/sentences.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract {

struct TaggerTraining {
  int epochs = 8;
  int least_count = 2;         ///< features seen less often in training are left out
  double least_weight = 0.02;  ///< of the largest; smaller weights are dropped
};

/// The bytes of tagger.bin; the same treebank gives the same bytes. Prints one line an epoch.
std::string train_tagger(const std::vector<ConlluSentence>& treebank, const Lexicon& lexicon,
                         const TaggerTraining& settings);

}  // namespace dossier::extract
