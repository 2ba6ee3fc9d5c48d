// How well tokens, sentences, tags and lemmas agree with a treebank.
#pragma once

#include <string>
#include <vector>

#include "extract/text/conllu.h"

namespace dossier::extract {

struct Score {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;

  double f1() const {
    return found + gold == 0
               ? 0
               : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

struct UdScores {
  Score words;
  Score sentences;
  Score upos, xpos, lemmas;  ///< on gold words
};

/// Segments the treebank's raw text (paragraphs rebuilt from its comments) and tags its own words.
UdScores measure(const std::vector<ConlluSentence>& treebank, bool show_errors);

}  // namespace dossier::extract
