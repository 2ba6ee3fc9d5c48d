// CoNLL-U, the exchange format of the Universal Dependencies treebanks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

struct ConlluWord {
  std::string form, lemma, upos, xpos;
};

/// What stands between white space or punctuation in the text: one word, or several ("do" "n't").
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

/// Reads the columns tagger and segmenter need; empty nodes are left out.
/// Throws Error(syntax) for a line that is no CoNLL-U.
std::vector<ConlluSentence> read_conllu(std::string_view text);

}  // namespace dossier::extract
