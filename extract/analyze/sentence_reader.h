// SPDX-License-Identifier: Apache-2.0
// Reads one tokenised sentence: tags, lemmas, dependency tree, and the network's view of the names.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analyze/neural/network.h"
#include "extract/analyze/tagger.h"
#include "extract/document.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract {

/// Immutable; any number of threads may use it.
class SentenceReader {
 public:
  /// Over model bytes that must outlive it. Throws Error(input) when they are damaged.
  SentenceReader(std::string_view tagger_model, std::string_view network_model,
                 const Kernels& kernels = best_kernels());

  /// Fills in upos, xpos, lemma, head, relation and confidences of every token, and the sentence's
  /// name_readings. A sentence of more than kLongestTree words is read in pieces cut at its clause
  /// boundaries (Sentence::tree_pieces); the other trees are attached to the first one's root.
  void read(std::span<Sentence> sentences, const Lexicon& lexicon) const;

  static constexpr std::size_t kLongestTree = 150;

 private:
  struct Piece {
    Sentence* sentence;
    std::size_t first, last;
  };
  static void add_pieces(Sentence& sentence, std::vector<Piece>& pieces);
  std::vector<InputWord> input_words(const std::vector<TagWord>& words,
                                     const Lexicon& lexicon) const;
  void take_over(const Piece& piece, const std::vector<InputWord>& words, const ReadSentence& read,
                 const Lexicon& lexicon) const;
  void take_over_names(const Piece& piece, const ReadSentence& read) const;

  Tagger tagger_;
  Network network_;
  std::vector<Tag> tags_;  ///< of the network's numbers
  std::vector<Label<Relation>> relations_;
};

}  // namespace dossier::extract
