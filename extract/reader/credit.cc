// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/credit.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/lines.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestCredit = 24;  ///< words
constexpr std::size_t kLongestName = 6;     ///< words, with a title

std::string bare_lower(std::u32string_view word) {
  while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
  return to_lower(to_utf8(word));
}

/// The words from `first` that are written as a name is, through a comma.
std::u32string_view name_at(const std::vector<std::u32string_view>& words, std::size_t first) {
  std::size_t end = first;
  while (end < words.size() && end - first < kLongestName) {
    const std::u32string_view word = words[end];
    const bool the = end == first && bare_lower(word) == "the";
    if (!is_upper(word[0]) && !the) break;
    ++end;
    if (word.back() == U',' || word.back() == U';') break;
  }
  return name_of_words(words, first, end);
}

}  // namespace

std::optional<std::string> credited_author(std::u32string_view line, const Lexicon& lexicon) {
  static const WordSet others("document_words", "other_maker");
  const auto words = split_words(line);
  if (words.size() > kLongestCredit || (ends_like_prose(line) && line.back() != U','))
    return std::nullopt;
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    if (bare_lower(words[i]) != "by") continue;
    static const WordSet texts("document_words", "byline");
    const bool text = texts.contains(bare_lower(words[0]));
    const bool other =
        !text &&
        std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i),
                    [](std::u32string_view word) { return others.contains(bare_lower(word)); });
    const std::u32string name = name_without_title(name_at(words, i + 1), lexicon, 2);
    // Behind "Words" a given name need not be known.
    const bool named = is_full_name(name, lexicon) || (text && split_words(name).size() <= 3 &&
                                                       may_be_person(to_utf8(name), lexicon));
    if (other || name.empty() || !named) return std::nullopt;
    return to_utf8(name);
  }
  return std::nullopt;
}

}  // namespace dossier::extract
