// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

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
