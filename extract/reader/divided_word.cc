// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/divided_word.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Shorter lines end where their writer wanted.
constexpr std::size_t kShortestWrap = 30;
constexpr std::size_t kLongestWord = 80;

}  // namespace

bool divides_word(std::u32string_view text, std::u32string_view next) {
  if (text.size() < 2 || !is_letter(text[text.size() - 2]) || !is_lower(next.front())) return false;
  const auto word_at = [](std::u32string_view from, bool last) {
    const auto words = split_words(from);
    return words.empty() ? std::u32string() : to_lower(last ? words.back() : words.front());
  };
  std::u32string left = word_at(text, true);
  left.pop_back();
  std::u32string right = word_at(next, false);
  while (!right.empty() && !is_letter(right.back())) right.pop_back();
  const Lexicon& lexicon = Lexicon::builtin();
  if (left.find(U'-') != std::u32string::npos) return false;
  if (lexicon.word(to_utf8(left + right)).known()) return true;
  return !(lexicon.word(to_utf8(left)).known() && lexicon.word(to_utf8(right)).known());
}

namespace {

/// A word that goes on in the next line; "pre-" before "and" does not.
bool is_divided(std::u32string_view line, std::u32string_view next) {
  if (line.size() < kShortestWrap || line.back() != U'-' || !is_letter(line[line.size() - 2]) ||
      !is_lower(next.front()))
    return false;
  const std::u32string_view word = split_words(next).front();
  return word != U"and" && word != U"or" && word != U"to";
}

}  // namespace

void join_divided_words(std::u32string& text) {
  const std::u32string_view all = text;
  const auto blanks_end = [all](std::size_t at) {
    return std::min(all.find_first_not_of(U" \t", at), all.size());
  };
  std::u32string joined;
  joined.reserve(all.size());
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find_first_of(U"\r\n", at), all.size());
    const std::size_t below = end + (all.substr(end, 2) == U"\r\n" ? 2 : 1);
    const std::size_t next = blanks_end(std::min(below, all.size()));
    const std::u32string_view line = all.substr(at, end - at);
    if (next < all.size() && is_divided(line, all.substr(next, kLongestWord))) {
      // "well-known" keeps its hyphen.
      const bool whole = divides_word(line, all.substr(next, kLongestWord));
      joined += line.substr(0, line.size() - (whole ? 1 : 0));
      const std::size_t word_end = std::min(all.find_first_of(U" \t\r\n", next), all.size());
      joined += all.substr(next, word_end - next);
      at = blanks_end(word_end);
      // What is left of the next line stays a line of its own.
      if (at < all.size() && !is_line_end(all[at])) joined += U'\n';
    } else {
      joined += all.substr(at, below - at);
      at = below;
    }
  }
  text = std::move(joined);
}

}  // namespace dossier::extract
