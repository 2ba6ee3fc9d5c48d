// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/letter_head.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostLines = 16;   ///< above the greeting
constexpr std::size_t kLeastLines = 3;   ///< fewer are a headline, or nothing
constexpr std::size_t kLongestLine = 8;  ///< words
constexpr std::size_t kLongestGreeting = 7;

bool is_greeting(std::u32string_view line) {
  const auto words = split_words(line);
  return words.size() >= 2 && words.size() <= kLongestGreeting && words.front() == U"Dear" &&
         (line.back() == U',' || line.back() == U':');
}

}  // namespace

void mark_letter_head(std::u32string_view text, const std::vector<Line>& lines,
                      const Lexicon& lexicon, SourceText& source) {
  if (source.headline || !source.may_have_header) return;
  const auto line = [&](std::size_t i) { return text_of(text, lines[i].span); };
  std::size_t greeting = 0;
  while (greeting < std::min(lines.size(), kMostLines) && !is_greeting(line(greeting))) ++greeting;
  if (greeting < kLeastLines || greeting >= std::min(lines.size(), kMostLines)) return;
  const bool address = std::any_of(
      lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(greeting), [&](const Line& one) {
        const auto words = text_of(text, one.span);
        return std::any_of(words.begin(), words.end(), is_digit);
      });
  if (!address) return;
  for (std::size_t i = 0; i < greeting; ++i) {
    std::u32string_view value;
    const bool told =
        date_line(line(i), lexicon).has_value() || metadata_field(line(i), value) != Field::none;
    if (!told && split_words(line(i)).size() <= kLongestLine)
      source.boilerplate.push_back(lines[i].span);
  }
  std::sort(source.boilerplate.begin(), source.boilerplate.end(),
            [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
}

}  // namespace dossier::extract
