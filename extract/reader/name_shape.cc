// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/name_shape.h"

#include <algorithm>
#include <string>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

bool is_full_name(std::u32string_view name, const Lexicon& lexicon) {
  const auto words = split_words(name);
  // "Anna Berg, Jo Aas", "Anna Berg, Oslo"
  if (name.find(U',') != std::u32string_view::npos ||
      std::any_of(words.begin(), words.end(),
                  [](auto word) { return word.size() > 1 && is_digit(word[0]); }))
    return false;
  if (words.size() < 2 || words.size() > 4 || !is_capitalised_phrase(name) || ends_like_prose(name))
    return false;
  const bool given = (lexicon.evidence(to_utf8(words[0])) & (kGivenName | kListedGivenName)) != 0;
  return given && may_be_person(to_utf8(name), lexicon);
}

bool may_be_stated_name(std::u32string_view name, const Lexicon& lexicon) {
  const auto words = split_words(name);
  const bool shape = words.size() >= 2 && words.size() <= 4 && is_capitalised_phrase(name) &&
                     name.find_first_of(U",:;") == std::u32string_view::npos &&
                     std::none_of(name.begin(), name.end(), is_digit);
  return shape && may_be_person(to_utf8(name), lexicon) &&
         !std::all_of(words.begin(), words.end(), [&](std::u32string_view word) {
           return lexicon.word(to_utf8(to_lower(word))).known();
         });
}

bool may_be_person(std::string_view author, const Lexicon& lexicon) {
  const std::u32string text = to_code_points(author);
  const auto words = split_words(text);
  if (words.empty()) return false;
  if (words.size() == 1 && !is_upper(words[0][0])) return false;
  if (lexicon.is(std::string(author), kOrganization)) return false;
  static const WordSet others("document_words", "no_person");
  return std::none_of(words.begin(), words.end(), [&](std::u32string_view word) {
    const std::string lower = to_lower(to_utf8(word));
    if (others.contains(lower)) return true;
    if (lower == "of" || lower == "for" || lower == "the" || lower == "&") return true;
    return lexicon.is(lower, kOrganizationHead) || lexicon.is(to_utf8(word), kCompanySuffix);
  });
}

}  // namespace dossier::extract
