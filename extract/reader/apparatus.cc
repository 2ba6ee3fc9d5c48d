// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/apparatus.h"

#include <algorithm>
#include <set>
#include <string>

#include "extract/lexicon/word_table.h"
#include "extract/reader/header_lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestCaption = 40;  ///< words
constexpr std::size_t kLongestCredit = 6;    ///< words
constexpr std::size_t kMostDigits = 3;       ///< of the number of a note

/// "References", "5. Bibliography"
bool heads_references(std::u32string_view line) {
  static const WordSet headings("document_words", "references");
  while (!line.empty() && !is_letter(line.front())) line.remove_prefix(1);
  while (!line.empty() && !is_letter(line.back())) line.remove_suffix(1);
  return headings.contains(to_utf8(to_lower(line)));
}

/// A year from 1500 to 2099, alone or with a letter: "(1998a)".
bool has_year(std::u32string_view line) {
  for (std::size_t i = 0; i + 4 <= line.size(); ++i) {
    if (!std::all_of(&line[i], &line[i] + 4, is_digit)) continue;
    const bool inside =
        (i > 0 && is_digit(line[i - 1])) || (i + 4 < line.size() && is_digit(line[i + 4]));
    const bool century = line[i] == U'1' ? line[i + 1] >= U'5' : line.substr(i, 2) == U"20";
    if (!inside && century) return true;
  }
  return false;
}

/// "*** START OF THE BOOK ***"; the first stars are gone where they were taken for bullets.
bool is_book_mark(std::u32string_view line, std::u32string_view what) {
  if (!line.ends_with(U"***")) return false;
  while (line.starts_with(U'*')) line.remove_prefix(1);
  return trim(line).starts_with(what);
}

/// "The church has lost its oldest bell. Picture by Ben Oku"
bool ends_in_credit(std::u32string_view line) {
  static const WordSet credits("document_words", "picture_credit");
  const std::size_t stop = line.rfind(U". ");
  if (stop == std::u32string_view::npos || split_words(line).size() > kLongestCaption) return false;
  const std::u32string_view behind = trim(line.substr(stop + 1));
  return split_words(behind).size() <= kLongestCredit && credits.begins(to_utf8(to_lower(behind)));
}

constexpr std::u32string_view kFigures =
    U"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

bool is_raised_figure(char32_t c) { return kFigures.find(c) != std::u32string_view::npos; }

/// "[12]", "(12)" or raised figures at a place: their length, or 0.
std::size_t mark_length(std::u32string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kMostDigits && is_raised_figure(text[end])) ++end;
  if (end > at) return end - at;
  const char32_t close = text[at] == U'[' ? U']' : text[at] == U'(' ? U')' : U'\0';
  if (close == U'\0') return 0;
  end = at + 1;
  while (end < text.size() && end - at <= kMostDigits && is_digit(text[end])) ++end;
  return end > at + 1 && end < text.size() && text[end] == close ? end + 1 - at : 0;
}

/// Whether a mark belongs to what stands right before it. "Article 4(2)", "rule F(2)" and "m\u00B2"
/// have none.
bool marks_word(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kLeastWord = 4;
  if (text[at] == U'[') return !is_space(text[at - 1]);
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLeastWord && is_letter(text[begin - 1])) --begin;
  if (begin < at) return at - begin >= kLeastWord;
  return is_quote(text[at - 1]) || ends_like_prose(text.substr(at - 1, 1));
}

void mark_references(std::u32string_view text, const std::vector<Line>& lines,
                     std::vector<bool>& marked) {
  const auto line = [&](std::size_t i) { return text_of(text, lines[i].span); };
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    if (!heads_references(line(i)) || !has_year(line(i + 1))) continue;
    marked[i] = true;
    while (i + 1 < lines.size() && has_year(line(i + 1))) marked[++i] = true;
  }
}

void mark_outside_of_book(std::u32string_view text, const std::vector<Line>& lines,
                          std::vector<bool>& marked) {
  const auto line = [&](std::size_t i) { return text_of(text, lines[i].span); };
  std::size_t begin = lines.size(), end = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_book_mark(line(i), U"START OF") && begin == lines.size()) begin = i;
    if (is_book_mark(line(i), U"END OF")) end = i;
  }
  if (begin >= end) return;
  std::u32string_view value;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if ((i <= begin && metadata_field(line(i), value) == Field::none) || i >= end) marked[i] = true;
}

}  // namespace

bool is_caption(std::u32string_view line) {
  if (ends_in_credit(line)) return true;
  static const WordSet labels("document_words", "caption");
  const auto words = split_words(line);
  if (words.size() < 3 || words.size() > kLongestCaption || !is_upper(line.front())) return false;
  std::u32string label = to_lower(words[0]);
  while (!label.empty() && !is_letter(label.back())) label.pop_back();
  if (!labels.contains(to_utf8(label)) || !is_digit(words[1].front())) return false;
  // "Table 2 shows" goes on; "Table 2." does not.
  const bool ends = words[1].back() == U':' || words[1].back() == U'.';
  return ends || (words[2].size() == 1 && (is_dash(words[2][0]) || words[2][0] == U'|'));
}

void blank_edit_links(std::u32string& text) {
  constexpr std::u32string_view kLink = U"[edit]";
  for (const Line& line : split_lines(text)) {
    const std::u32string_view words = text_of(text, line.span);
    if (words.size() > kLink.size() && words.ends_with(kLink))
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(line.span.end - kLink.size()),
                  kLink.size(), U' ');
  }
}

void blank_note_marks(std::u32string& text) {
  std::set<std::u32string> notes;
  for (const Line& line : split_lines(text))
    notes.insert(text.substr(line.span.begin, mark_length(text, line.span.begin)));
  notes.erase(U"");
  if (notes.empty()) return;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const std::size_t length = mark_length(text, at);
    if (length == 0) continue;
    if (marks_word(text, at) && notes.contains(text.substr(at, length)))
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), length, U' ');
    at += length - 1;
  }
}

void mark_apparatus(std::u32string_view text, const std::vector<Line>& lines,
                    std::vector<bool>& marked) {
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (is_caption(text_of(text, lines[i].span))) marked[i] = true;
  mark_references(text, lines, marked);
  mark_outside_of_book(text, lines, marked);
}

}  // namespace dossier::extract
