// SPDX-License-Identifier: Apache-2.0
// The words of a question as statement.cc turns them. Private to desk/ask.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "desk/ask/names.h"
#include "extract/document.h"

namespace dossier::asking {

struct Word {
  std::string text, lower, lemma;
  std::string_view upos, xpos;
  bool name = false;   ///< part of a name of the knowledge base
  bool glued = false;  ///< no blank before it
};

/// The words without the question mark.
std::vector<Word> words_of(const extract::Sentence& sentence, const std::vector<FoundName>& names);

/// These words, in lower case, stand at this place.
bool stands_at(const std::vector<Word>& words, std::size_t at,
               std::initializer_list<std::string_view> lowers);
/// A word that nobody typed.
Word make_word(std::string text, std::string_view upos, std::string_view xpos);
void erase_words(std::vector<Word>& words, std::size_t begin, std::size_t end);
void insert_words(std::vector<Word>& words, std::size_t at, std::initializer_list<Word> more);
bool is_do(const Word& word);     ///< "did"
bool is_modal(const Word& word);  ///< "will"
bool is_have(const Word& word);
bool is_be(const Word& word);
bool is_auxiliary(const Word& word);
bool is_preposition(const Word& word);
/// Ends a noun phrase: a noun, a name, a pronoun, a number.
bool is_nominal(const Word& word);
/// Begins one.
bool begins_phrase(const Word& word);
/// "last" of "last year", "yesterday".
bool is_time_word(const Word& word);
bool is_participle(const Word& word);
/// Could be a verb in its base form.
bool can_be_base_verb(const Word& word);

/// The verb that belongs to the auxiliary at `auxiliary`, whose subject is between them;
/// words.size() when there is none.
std::size_t find_verb(const std::vector<Word>& words, std::size_t auxiliary);
/// Behind the noun phrase that begins at `begin`, of-phrases included.
std::size_t phrase_end(const std::vector<Word>& words, std::size_t begin);

/// Behind the noun that "which" or "how many" asks for, which begins at `begin`.
std::size_t noun_end(const std::vector<Word>& words, std::size_t begin);
/// Behind the phrase with "of" at `noun` that belongs to what is asked for: "members of the crew
/// did X rescue" has it, "of" otherwise not; then `noun`.
std::size_t behind_of_phrase(const std::vector<Word>& words, std::size_t noun);

/// Where what is asked for stands in the statement, behind the verb; with its `preposition` or not.
std::size_t placeholder_place(const std::vector<Word>& words, std::size_t verb, bool preposition);

/// Words as text again.
std::string joined(const std::vector<Word>& words, std::size_t begin, std::size_t end);

}  // namespace dossier::asking
