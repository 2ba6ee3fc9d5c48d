// SPDX-License-Identifier: Apache-2.0
// A question as words, with the names that stand in it. Private to desk/ask.
#pragma once

#include <string>
#include <vector>

#include "desk/ask/names.h"
#include "desk/ask/question_tokens.h"

namespace dossier::asking {

struct AskedWords {
  std::vector<Word> words;       ///< without the question mark
  std::vector<FoundName> names;  ///< their tokens are places in `words`

  const FoundName* name_at(std::size_t word) const;
  /// Ends all names that it covers; those behind move.
  void replace(std::size_t begin, std::size_t end, const std::string& text);
  void erase_first();
  std::string text() const { return joined(words, 0, words.size()); }
};

/// Tags the words and finds the names.
AskedWords asked_words(const std::string& question, NameFinder& finder);
/// The same of a question that is tagged.
AskedWords asked_words(const extract::Sentence& question, NameFinder& finder);

/// "A, B and C"
std::string listed(const std::vector<std::string>& names);

/// "When", "whom", "how".
bool is_question_word(const Word& word);
/// A verb or auxiliary that is no part of a name.
bool is_any_verb(const Word& word);

}  // namespace dossier::asking
