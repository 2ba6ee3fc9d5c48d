// SPDX-License-Identifier: Apache-2.0
// Quoted speech: which words are quoted, and who said them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// A word of a document.
struct WordPlace {
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;
};

/// One quotation; it may run over several sentences of a paragraph.
struct Quotation {
  std::optional<WordPlace> speaker;  ///< the subject of "said"; none: not given
};

/// The quotations of a document. A mark that is never closed ends with its paragraph; a few words
/// between marks ("the so-called 'deal'") are not speech.
class Quotations {
 public:
  /// Uses tokens, tags, lemmas and trees.
  explicit Quotations(const Analysis& analysis);

  /// The quotation that contains a word; null outside of quotations.
  const Quotation* at(std::uint32_t sentence, std::uint32_t token) const;

 private:
  struct Piece {
    TokenRange tokens;
    std::size_t quotation = 0;
  };

  void read_marks(const Sentence& sentence, std::uint32_t s);
  void find_speaker(const Sentence& sentence, std::uint32_t s);

  std::vector<std::vector<Piece>> pieces_;  ///< by sentence
  std::vector<Quotation> quotations_;
  bool open_ = false;                      ///< while reading: inside a quotation
  std::optional<WordPlace> last_speaker_;  ///< while reading: of this paragraph
};

}  // namespace dossier::extract::resolve
