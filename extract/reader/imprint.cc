// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/imprint.h"

#include <algorithm>
#include <string>

#include "extract/lexicon/word_table.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestImprint = 12;  ///< words

}  // namespace

std::optional<WrittenDate> day_of_signing(std::u32string_view line) {
  constexpr std::size_t kLongest = 30;
  static const WordSet openings("document_words", "signing");
  if (split_words(line).size() > kLongest || !openings.begins(to_utf8(to_lower(line))))
    return std::nullopt;
  const auto date = find_last_date(line);
  if (!date) return std::nullopt;
  // "Approved by the trustees on 17 April 2023 and signed on their behalf by:"
  const std::u32string_view behind = trim(line.substr(date->end));
  return behind.size() <= 1 || behind.starts_with(U"and signed") ? date : std::nullopt;
}

bool opens_with_time(std::u32string_view line) {
  const auto date = find_date(line);
  return date && date->begin == 0 && date->time && !ends_like_prose(line) &&
         split_words(line).size() <= kLongestImprint;
}

std::optional<WrittenDate> imprint_date(std::u32string_view line) {
  static const WordSet openings("document_words", "imprint");
  const auto words = split_words(line);
  if (words.empty() || words.size() > kLongestImprint ||
      !(openings.contains(to_utf8(to_lower(words.front()))) ||
        openings.begins(to_utf8(to_lower(line)))))
    return std::nullopt;
  const auto date = find_last_date(line);
  if (!date) return std::nullopt;
  // "This page was created 12 April 1998. Best viewed at 800x600."
  const std::u32string_view behind = trim(line.substr(date->end));
  return behind.size() <= 1 || behind.starts_with(U". ") ? date : std::nullopt;
}

std::optional<WrittenDate> published_date(std::u32string_view line) {
  constexpr std::size_t kLongest = 20, kMostBetween = 2;  // words
  static const WordSet imprints("document_words", "imprint");
  const auto words = split_words(line);
  if (words.size() > kLongest) return std::nullopt;
  const auto date = find_date(line);
  if (!date) return std::nullopt;
  const auto before = split_words(line.substr(0, date->begin));
  for (std::size_t back = 1; back <= std::min(before.size(), kMostBetween); ++back) {
    std::u32string_view word = before[before.size() - back];
    if (!is_upper(word[0])) continue;
    while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
    if (imprints.contains(to_utf8(to_lower(word)))) return date;
  }
  return std::nullopt;
}

}  // namespace dossier::extract
