// SPDX-License-Identifier: Apache-2.0
#include "extract/segment/address.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/segment/word_lists.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool is_address_char(char32_t c) {
  return is_letter(c) || is_digit(c) ||
         std::u32string_view(U"-._~:/?#[]@!$&'()*+,;=%").find(c) != std::u32string_view::npos;
}

bool is_name_char(char32_t c) {
  return (c < 0x80 && is_letter(c)) || is_digit(c) || c == U'-' || c == U'_' || c == U'.' ||
         c == U'+';
}

/// Drops what belongs to the sentence: stops, closing quotes, a bracket that was not opened inside.
std::size_t without_sentence_end(std::u32string_view chunk, std::size_t length) {
  while (length > 0) {
    const char32_t last = chunk[length - 1];
    const bool unopened =
        (last == U')' && chunk.substr(0, length).find(U'(') == std::u32string_view::npos) ||
        (last == U']' && chunk.substr(0, length).find(U'[') == std::u32string_view::npos);
    if (!unopened && std::u32string_view(U".,;:!?'*").find(last) == std::u32string_view::npos)
      break;
    --length;
  }
  return length;
}

std::size_t run_of(std::u32string_view chunk, bool (*accept)(char32_t)) {
  return static_cast<std::size_t>(std::find_if_not(chunk.begin(), chunk.end(), accept) -
                                  chunk.begin());
}

bool has_top_domain(std::u32string_view name) {
  const std::size_t dot = name.rfind(U'.');
  if (dot == std::u32string_view::npos || dot == 0) return false;
  return is_address_ending(to_lower(name.substr(dot + 1)));
}

/// "alt.animals.cats": at least three words in lower case.
bool is_news_group(std::u32string_view name) {
  std::size_t words = 0;
  while (!name.empty()) {
    const std::size_t length = std::min(name.find(U'.'), name.size());
    const bool word =
        length > 1 && std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(length),
                                  [](char32_t c) { return is_lower(c) || c == U'-'; });
    if (!word) return false;
    ++words;
    name.remove_prefix(std::min(length + 1, name.size()));
  }
  return words >= 3;
}

/// "555-0123", "202-555-0123": the groups of a number written with hyphens.
std::size_t telephone_length(std::u32string_view rest) {
  std::vector<std::size_t> groups;
  std::size_t at = 0;
  while (at < rest.size() && is_digit(rest[at])) {
    const std::size_t begin = at;
    while (at < rest.size() && is_digit(rest[at])) ++at;
    groups.push_back(at - begin);
    if (at + 1 >= rest.size() || rest[at] != U'-' || !is_digit(rest[at + 1])) break;
    ++at;
  }
  const bool ends = at >= rest.size() || !is_word_char(rest[at]);
  const bool number = groups == std::vector<std::size_t>{3, 4} ||
                      groups == std::vector<std::size_t>{1, 4} ||
                      groups == std::vector<std::size_t>{3, 3, 4};
  return ends && number ? at : 0;
}

}  // namespace

bool is_word_char(char32_t c) {
  const bool mark = c >= 0x300 && c <= 0x36F;
  return is_letter(c) || is_digit(c) || mark || c == U'_';
}

std::size_t address_length(std::u32string_view chunk) {
  const std::u32string head = to_lower(chunk.substr(0, std::min<std::size_t>(chunk.size(), 8)));
  if (head.starts_with(U"http://") || head.starts_with(U"https://") ||
      head.starts_with(U"ftp://") || head.starts_with(U"www.")) {
    return without_sentence_end(chunk, run_of(chunk, is_address_char));
  }
  if (chunk.size() > 2 && chunk[0] == U'@' && is_letter(chunk[1])) {
    return 1 + without_sentence_end(chunk.substr(1), run_of(chunk.substr(1), is_name_char));
  }
  std::size_t length = run_of(chunk, is_name_char);
  if (length > 0 && length + 1 < chunk.size() && chunk[length] == U'@') {
    const std::u32string_view host = chunk.substr(length + 1);
    const std::size_t rest = without_sentence_end(host, run_of(host, is_name_char));
    if (host.substr(0, rest).find(U'.') != std::u32string_view::npos) return length + 1 + rest;
  }
  length = without_sentence_end(chunk, length);
  if (is_news_group(chunk.substr(0, length))) return length;
  if (length < 5 || !has_top_domain(chunk.substr(0, length))) return 0;
  if (length < chunk.size() && chunk[length] == U'/') {
    return without_sentence_end(chunk, run_of(chunk, is_address_char));
  }
  return length;
}

std::size_t fixed_length(std::u32string_view rest) {
  for (const std::u32string_view word : {U"b/c", U"w/o", U"w/"}) {
    if (to_lower(rest.substr(0, word.size())) == word) return word.size();
  }
  return telephone_length(rest);
}

}  // namespace dossier::extract
