// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/apparatus.h"

#include <algorithm>

#include "extract/lexicon/word_table.h"
#include "extract/reader/header_lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

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

void mark_apparatus(std::u32string_view text, const std::vector<Line>& lines,
                    std::vector<bool>& marked) {
  mark_references(text, lines, marked);
  mark_outside_of_book(text, lines, marked);
}

}  // namespace dossier::extract
