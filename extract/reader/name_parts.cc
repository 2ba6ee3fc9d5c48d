// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/name_parts.h"

#include "extract/lexicon/word_table.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestName = 4;  ///< words

}  // namespace

std::vector<NamePart> name_parts(std::u32string_view line) {
  constexpr std::u32string_view kBars = U"|\u2022\u00B7/;,\u2013\u2014\t";
  std::vector<NamePart> parts;
  static const WordSet others("document_words", "other_maker");
  bool by = false, other = false;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::u32string_view text = trim(line.substr(begin, end - begin));
    if (!text.empty()) parts.push_back({text, by, by && other});
    const auto words = split_words(text);
    other = !words.empty() && others.contains(to_lower(words.back()));
    by = false;
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool word_begins = i == 0 || is_space(line[i - 1]);
    const bool is_by = word_begins && to_lower(line.substr(i, 3)) == U"by ";
    const bool wide = line.substr(i, 3) == U"   ";
    if (!is_by && !wide && kBars.find(line[i]) == std::u32string_view::npos) continue;
    add(i);
    begin = i + (is_by ? 3 : 1);
    by = is_by;
  }
  add(line.size());
  return parts;
}

std::u32string name_of(std::u32string_view part, const Lexicon& lexicon) {
  const auto words = split_words(part);
  static const WordSet honours("document_words", "honour");
  std::size_t begin = words.front() == U"The" ? 1 : 0;
  while (begin < words.size() && words[begin].back() == U'.' &&
         honours.contains(to_lower(words[begin].substr(0, words[begin].size() - 1))))
    ++begin;
  // "The Hon. Desmond Fairley MP"
  static const WordSet degrees("document_words", "degree");
  std::size_t end = begin;
  while (end < words.size() && is_upper(words[end][0]) && end - begin <= kLongestName) ++end;
  if (end > begin + 2 && degrees.contains(to_lower(words[end - 1]))) --end;
  if (end < begin + 2) return {};
  const std::u32string name = name_without_title(name_of_words(words, begin, end), lexicon, 2);
  return undo_upper_case(name);
}

}  // namespace dossier::extract
