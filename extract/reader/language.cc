// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/language.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Enough to be sure; more only costs time.
constexpr std::size_t kSample = 20'000;  ///< characters
constexpr std::size_t kLeastLetters = 40;
constexpr std::size_t kLeastWords = 8;
/// A text in English is lost if another language is found in its place: that one must be so much
/// likelier.
constexpr double kOverEnglish = 1.5;
constexpr double kLeastOverEnglish = 2;
/// Of all words, so many at least are the language's short ones: 1 in 12.
constexpr double kLeastShare = 1.0 / 12;
/// Scripts of less than this share of the letters are names and quotations: 1 in 2.
constexpr std::size_t kMainShare = 2;
/// Chinese characters with so many Japanese letters among them are Japanese: 1 in 20.
constexpr std::size_t kKanaShare = 20;

struct Letters {
  std::map<UScriptCode, std::size_t> by_script;
  std::size_t total = 0;

  std::size_t of(UScriptCode script) const {
    const auto found = by_script.find(script);
    return found == by_script.end() ? 0 : found->second;
  }
};

Letters letters_of(std::u32string_view text) {
  Letters letters;
  for (const char32_t c : text) {
    if (!is_letter(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    ++letters.by_script[uscript_getScript(static_cast<UChar32>(c), &status)];
    ++letters.total;
  }
  return letters;
}

/// ISO 15924, Japanese as "Kana"; empty when no script has most of the letters.
std::string main_script(const Letters& letters) {
  const std::size_t kana = letters.of(USCRIPT_HIRAGANA) + letters.of(USCRIPT_KATAKANA);
  const std::size_t han = letters.of(USCRIPT_HAN);
  if ((han + kana) * kMainShare >= letters.total)
    return kana * kKanaShare >= letters.total ? "Kana" : "Hani";
  for (const auto& [script, count] : letters.by_script)
    if (count * kMainShare >= letters.total) return uscript_getShortName(script);
  return {};
}

struct Language {
  std::string_view code;
  WordTable::Flags flag = 0;  ///< in the table of words; 0: its script has no other language
};

std::vector<Language> languages_in(std::string_view script) {
  const WordTable& languages = WordTable::builtin("languages");
  const WordTable& words = WordTable::builtin("language_words");
  const std::size_t column = languages.column("script");
  std::vector<Language> found;
  for (const std::string_view code : languages.words())
    if (languages.cell(languages.row(code), column) == script) found.push_back({code, 0});
  if (found.size() < 2) return found;
  for (Language& language : found) language.flag = words.flag(language.code);
  return found;
}

std::u32string bare(std::u32string_view word) {
  while (!word.empty() && !is_letter(word.front())) word.remove_prefix(1);
  while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
  return to_lower(word);
}

/// A word that several languages have counts less for each of them.
std::string by_words(std::u32string_view text, const std::vector<Language>& languages) {
  const WordTable& table = WordTable::builtin("language_words");
  std::vector<double> scores(languages.size(), 0);
  std::vector<std::size_t> counts(languages.size(), 0);
  std::size_t words = 0;
  for (const std::u32string_view word : split_words(text)) {
    ++words;
    const std::size_t row = table.row(to_utf8(bare(word)));
    if (row == WordTable::kAbsent) continue;
    const WordTable::Flags flags = table.flags(row);
    const auto has = [&](const Language& one) { return (flags & one.flag) != 0; };
    const auto sharing = std::count_if(languages.begin(), languages.end(), has);
    for (std::size_t i = 0; i < languages.size(); ++i) {
      if (!has(languages[i])) continue;
      scores[i] += 1.0 / static_cast<double>(sharing);
      ++counts[i];
    }
  }
  if (words < kLeastWords) return {};
  const auto best =
      static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const double least = scores[i] * kOverEnglish + kLeastOverEnglish;
    if (languages[i].code == kReadLanguage && i != best && scores[best] < least) return {};
  }
  const double share = static_cast<double>(counts[best]) / static_cast<double>(words);
  return share < kLeastShare ? std::string() : std::string(languages[best].code);
}

}  // namespace

std::string language_of(std::u32string_view text) {
  text = text.substr(0, kSample);
  const Letters letters = letters_of(text);
  if (letters.total < kLeastLetters) return {};
  const std::vector<Language> languages = languages_in(main_script(letters));
  if (languages.empty()) return {};
  return languages.size() == 1 ? std::string(languages.front().code) : by_words(text, languages);
}

}  // namespace dossier::extract
