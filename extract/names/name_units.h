// SPDX-License-Identifier: Apache-2.0
// The units names are made of: tokens, where the parts of a hyphenated word count as one.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract {

/// "Guinea-Bissau", "Secretary-General" and "al-Karim" are one unit each.
struct NameUnit {
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  std::string text;  ///< as written, apostrophes straightened
  std::string lower;
  std::uint32_t kinds = 0;        ///< of the text as written
  std::uint32_t part_kinds = 0;   ///< of a hyphenated unit's parts, where the whole is not known
  std::uint32_t class_kinds = 0;  ///< of the text in lower case: titles, heads
  bool capital = false;           ///< begins with a capital, or a part after a hyphen does
  bool upper = false;             ///< two or more capitals and no small letter
  bool opens = false;             ///< first word of a sentence or of a quotation
  bool name = false;              ///< part of a name, as far as the word itself shows
};

/// What a document's words look like all over it: evidence for capitals at the start of sentences.
class WordUse {
 public:
  explicit WordUse(const std::vector<Sentence>& sentences);

  /// Capitalised inside a sentence.
  int capitalised(const std::string& text) const { return count(capitalised_, text); }
  int small(const std::string& lower) const { return count(small_, lower); }

 private:
  using Counts = std::unordered_map<std::string, int>;
  static int count(const Counts& counts, const std::string& word);

  Counts capitalised_;
  Counts small_;
};

/// The units of a sentence that has tags, with `name` decided.
std::vector<NameUnit> name_units(const Sentence& sentence, const Lexicon& lexicon,
                                 const WordUse& use);

}  // namespace dossier::extract
