// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/lines.h"

#include <algorithm>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool is_bullet(char32_t c) {
  return c == U'\u2022' || c == U'\u00B7' || c == U'\u25CF' || c == U'\u25AA' || c == U'*';
}

/// Takes list marks off the front of a trimmed line: bullets, and a dash followed by a space.
bool strip_bullet(std::u32string_view text, TextSpan& span) {
  const std::uint32_t begin = span.begin;
  while (span.size() > 1) {
    const char32_t c = text[span.begin];
    const bool dash = is_dash(c) && is_space(text[span.begin + 1]);
    if (!is_bullet(c) && !dash && !(span.begin > begin && is_space(c))) break;
    ++span.begin;
  }
  return span.begin > begin;
}

TextSpan trimmed(std::u32string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && is_space(text[begin])) ++begin;
  while (end > begin && is_space(text[end - 1])) --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// "de", "en-GB", "ru-RU1"; upper case too.
bool is_language_code(std::u32string_view word) {
  while (!word.empty() && is_digit(word.back())) word.remove_suffix(1);
  if (word.size() != 2 && word.size() != 5) return false;
  if (word.size() == 5 && word[2] != U'-' && word[2] != U'_') return false;
  return std::all_of(word.begin(), word.end(), [](char32_t c) {
    return (c < 0x80 && is_letter(c)) || c == U'-' || c == U'_';
  });
}

bool is_separator(std::u32string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char32_t c) { return is_letter(c) || is_digit(c); });
}

constexpr std::size_t kLeastNumbered = 8;  ///< lines
constexpr std::size_t kMostDigits = 4;

/// The number at the front of a line; 0 for none.
std::size_t line_number(std::u32string_view text, TextSpan span) {
  std::size_t number = 0;
  std::uint32_t at = span.begin;
  while (at < span.end && is_digit(text[at]) && at - span.begin < kMostDigits)
    number = number * 10 + (text[at++] - U'0');
  return at < span.end && !is_space(text[at]) ? 0 : number;
}

}  // namespace

void blank_line_numbers(std::u32string& text) {
  const std::vector<Line> lines = split_lines(text);
  std::vector<std::size_t> numbered;
  std::size_t before = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t number = line_number(text, lines[i].span);
    if (number == 0 || (number != before + 1 && number != 1)) continue;
    before = number;
    numbered.push_back(i);
  }
  const auto is_alone = [&](std::size_t i) { return lines[i].span.size() <= kMostDigits; };
  const auto alone = std::count_if(numbered.begin(), numbered.end(), is_alone);
  if (numbered.size() < kLeastNumbered + 2 * static_cast<std::size_t>(alone)) return;
  if (numbered.size() * 10 < (numbered.back() - numbered.front() + 1) * 8) return;
  for (const std::size_t i : numbered)
    for (std::uint32_t at = lines[i].span.begin; at < text.size() && is_digit(text[at]); ++at)
      text[at] = U' ';
}

std::vector<Line> split_lines(std::u32string_view text) {
  std::vector<Line> lines;
  std::uint32_t blanks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto found =
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_line_end);
    const auto end = static_cast<std::size_t>(found - text.begin());
    Line line;
    line.span = trimmed(text, at, end);
    line.blanks_before = blanks;
    line.listed = strip_bullet(text, line.span);
    blanks = line.span.size() == 0 ? blanks + 1 : 0;
    if (line.span.size() > 0) lines.push_back(line);
    at = end + (text.substr(end, 2) == U"\r\n" ? 2 : 1);
  }
  return lines;
}

bool is_language_links(std::u32string_view line) {
  std::size_t codes = 0;
  bool regional = false;
  for (std::u32string_view word : split_words(line)) {
    if (is_separator(word)) continue;
    if (!is_language_code(word)) return false;
    regional = regional || word.size() >= 5 || is_all_upper(word) || is_digit(word.back());
    ++codes;
  }
  return codes >= 1 && regional && (codes >= 2 || line.size() >= 5);
}

bool ends_like_prose(std::u32string_view line) {
  while (!line.empty() && (is_quote(line.back()) || line.back() == U')' || line.back() == U']')) {
    line.remove_suffix(1);
  }
  return !line.empty() &&
         std::u32string_view(U".!?,;:\u2026").find(line.back()) != std::u32string_view::npos;
}

bool is_capitalised_phrase(std::u32string_view phrase) {
  const auto words = split_words(phrase);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](std::u32string_view word) {
    return is_upper(word[0]) || is_digit(word[0]) || word == U"of" || word == U"the" ||
           word == U"de" || word == U"al" || word == U"la";
  }) && is_upper(words[0][0]);
}

std::vector<std::u32string_view> columns_of(std::u32string_view line) {
  constexpr std::size_t kLeastBlanks = 3;
  std::vector<std::u32string_view> columns;
  std::size_t begin = 0, at = 0;
  while (at < line.size()) {
    std::size_t end = at;
    while (end < line.size() && is_space(line[end])) ++end;
    const bool gap = end - at >= kLeastBlanks || line.substr(at, end - at).find(U'\t') < end - at;
    if (gap && at > begin) columns.push_back(line.substr(begin, at - begin));
    if (gap) begin = end;
    at = std::max(end, at + 1);
  }
  if (begin < line.size() || columns.empty()) columns.push_back(line.substr(begin));
  return columns;
}

bool is_all_upper(std::u32string_view phrase) {
  return std::any_of(phrase.begin(), phrase.end(), is_upper) &&
         std::none_of(phrase.begin(), phrase.end(), is_lower);
}

}  // namespace dossier::extract
