// SPDX-License-Identifier: Apache-2.0
#include "extract/names/short_forms.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/lexicon/known_names.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/names/acronyms.h"
#include "extract/names/name_forms.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"

namespace dossier::extract {

namespace {

/// Words that hold a name together with what they are about: "Ministry", "Committee".
bool same_head(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
  for (const std::string& word : longer) {
    if (is_function_word(word)) break;
    if (word == shorter.back()) return true;
  }
  return longer.back() == shorter.back();
}

bool names_country(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return find_country(word).form != CountryForm::none;
  });
}

/// What a country has one of.
bool is_government_noun(std::string_view noun) {
  static const WordSet nouns("nouns", "government");
  return nouns.contains(noun);
}

}  // namespace

bool is_headed_by(std::string_view name, std::string_view word) {
  const std::vector<std::string> words = split_name(name);
  return words.size() > 1 && same_head({std::string(word)}, words);
}

bool is_bare_head(std::string_view name) {
  const std::string word = ascii_lower(name);
  if (word.find(' ') != std::string::npos || is_government_noun(word)) return false;
  return Lexicon::builtin().is(word, kOrganizationHead | kWorkHead | kPlaceHead | kEventHead);
}

bool is_generic_government_name(std::string_view name) {
  const std::vector<std::string> words = split_name(ascii_lower(name));
  if (words.empty() || names_country(split_name(name)) || !well_known_body(name).empty())
    return false;
  return std::any_of(words.begin(), words.end(), is_government_noun);
}

bool is_short_form(std::string_view shorter, std::string_view longer) {
  const std::vector<std::string> small = split_name(shorter);
  const std::vector<std::string> large = split_name(longer);
  if (small.size() < 2 || small.size() >= large.size() || is_acronym(shorter)) return false;
  // "Foreign Ministry" may be another country's than "Kenyan Ministry of Foreign Affairs".
  if (names_country(large) && !names_country(small)) return false;
  const bool prefix = std::equal(small.begin(), small.end(), large.begin()) &&
                      is_function_word(large[small.size()]);
  if (prefix || std::equal(small.rbegin(), small.rend(), large.rbegin())) return true;
  if (small.size() > 3 || !same_head(small, large)) return false;
  // "Foreign Ministry" of "Ministry of Foreign Affairs". A body with one word more is another one,
  // but "May 3 Statement" is the "May 3 Joint Statement".
  const auto holds = [](const std::string& word) {
    return is_function_word(word) || is_digit(word[0]);
  };
  return std::any_of(large.begin(), large.end(), holds) &&
         std::all_of(small.begin(), small.end(), [&](const std::string& word) {
           return is_function_word(word) ||
                  std::find(large.begin(), large.end(), word) != large.end();
         });
}

bool is_abbreviable_to_first_word(std::string_view longer, std::string_view word) {
  // Bodies that carry the names of people and places.
  static const WordSet named_after("nouns", "named_after");
  static const WordSet company("nouns", "company_head");
  const std::vector<std::string> words = split_name(longer);
  if (words.size() < 2 || words.front() != word || is_function_word(words[1])) return false;
  // "Tessel Group" is "Tessel", "Berg Foundation" is not "Berg".
  return std::none_of(words.begin(), words.end(), [](const std::string& part) {
    const std::string lower = ascii_lower(part);
    return named_after.contains(lower) && !company.contains(lower);
  });
}

}  // namespace dossier::extract
