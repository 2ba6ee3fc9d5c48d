// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/name_words.h"

#include <algorithm>

#include "engine/saved/name_resolution.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"

namespace dossier::asking {

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_capital(const std::string& text) {
  return !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
}

std::string text_of_range(const extract::Sentence& sentence, extract::TokenRange range) {
  std::string out;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const extract::Token& token = sentence.tokens[i];
    const bool apart = i > range.first && sentence.tokens[i - 1].span.end < token.span.begin;
    out += (apart ? " " : "") + token.text;
  }
  return out;
}

std::string padded(const std::string& text) {
  std::string out = " ";
  for (const char c : extract::without_accents(folded(text))) out += is_word_byte(c) ? c : ' ';
  return out + " ";
}

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : padded(text)) {
    if (c != ' ')
      out.back() += c;
    else if (!out.back().empty())
      out.emplace_back();
  }
  out.pop_back();
  return out;
}

std::string search_of(const std::string& text) {
  std::string out;
  for (const char c : text) out += is_word_byte(c) ? c : ' ';
  // Words of the search language are words here.
  std::string words;
  std::size_t begin = 0;
  while ((begin = out.find_first_not_of(' ', begin)) != out.npos) {
    const std::size_t end = std::min(out.find(' ', begin), out.size());
    const std::string word = ascii_lower(out.substr(begin, end - begin));
    words += (words.empty() ? "" : " ") + word;
    begin = end;
  }
  return words;
}

}  // namespace dossier::asking
