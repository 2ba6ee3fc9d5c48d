// SPDX-License-Identifier: Apache-2.0
// CoNLL-U, the exchange format of the Universal Dependencies treebanks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

struct ConlluWord {
  static constexpr std::uint32_t kNoHead = 0xFFFFFFFF;

  std::string form, lemma, upos, xpos, features;
  std::uint32_t head = kNoHead;  ///< position of the governing word from 1; 0: the root
  std::string relation;
  std::string misc;
};

/// What is between white space or punctuation in the text: one word, or several ("do" "n't").
struct ConlluToken {
  std::string form;
  std::size_t first_word = 0;  ///< index into ConlluSentence::words
  std::size_t word_count = 1;
  bool space_after = true;
};

struct ConlluSentence {
  std::string text;
  bool opens_paragraph = false;
  bool opens_document = false;
  std::string document;  ///< the id of `# newdoc id`, of this sentence or one before
  std::vector<ConlluToken> tokens;
  std::vector<ConlluWord> words;
};

/// Reads all columns but enhanced dependencies; empty nodes are left out.
/// Throws Error(syntax) for a line that is not CoNLL-U: ids that are not 1, 2, ..., ranges that
/// contain no words, heads that are not there.
std::vector<ConlluSentence> read_conllu(std::string_view text);

}  // namespace dossier::extract
