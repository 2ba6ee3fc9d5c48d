// SPDX-License-Identifier: Apache-2.0
#include "extract/conllu/surface.h"

#include <algorithm>
#include <string>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool is_clitic(const std::u32string& word) {
  if (word == U"n't" || word == U"n\u2019t" || word == U"n\u02BCt") return true;
  if (word.empty() || !is_apostrophe(word[0])) return false;
  const std::u32string_view tail = std::u32string_view(word).substr(1);
  return std::all_of(tail.begin(), tail.end(), is_letter) && tail.size() <= 2;
}

bool is_word(const std::u32string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_letter);
}

}  // namespace

std::size_t surface_end(const Sentence& sentence, std::size_t first) {
  std::size_t end = first + 1;
  for (; end < sentence.tokens.size(); ++end) {
    const Token& left = sentence.tokens[end - 1];
    const Token& right = sentence.tokens[end];
    if (right.span.begin != left.span.end || left.upos == Upos::punct || right.upos == Upos::punct)
      break;
    const std::u32string after = to_lower(to_code_points(right.text));
    const std::u32string before = to_code_points(left.text);
    const bool letter_before =
        !before.empty() && (is_letter(before.back()) || is_digit(before.back()));
    if (!(letter_before && is_clitic(after)) && !(is_word(before) && is_word(after))) break;
  }
  return end;
}

}  // namespace dossier::extract
