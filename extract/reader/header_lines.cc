// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/header_lines.h"

#include <algorithm>
#include <utility>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/imprint.h"
#include "extract/reader/lines.h"
#include "extract/reader/written_date.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestFieldName = 25;

/// "No. 114/2018": the number of a paper, and no word of a headline.
bool is_number(std::u32string_view text) {
  const auto words = split_words(text);
  return std::all_of(words.begin(), words.end(), [](std::u32string_view word) {
    return word.size() <= 3 || std::any_of(word.begin(), word.end(), is_digit);
  });
}

/// "Situation Report No. 7" in lower case, through its last word before the number.
std::string without_number(std::u32string_view line) {
  std::u32string lower = to_lower(trim(line));
  const auto drop_marks = [&] {
    while (!lower.empty() && !is_letter(lower.back())) lower.pop_back();
  };
  const auto digit =
      static_cast<std::size_t>(std::find_if(lower.begin(), lower.end(), is_digit) - lower.begin());
  if (digit < lower.size() && !find_date(lower) &&
      is_number(std::u32string_view(lower).substr(digit)))
    lower.resize(digit);
  drop_marks();
  if (lower.ends_with(U" no")) lower.resize(lower.size() - 3);
  drop_marks();
  return to_utf8(lower);
}

}  // namespace

Field field_named(std::u32string_view name) {
  static const WordColumn fields("document_words", "field");
  static constexpr std::pair<std::string_view, Field> kNames[] = {{"date", Field::date},
                                                                  {"author", Field::author},
                                                                  {"place", Field::place},
                                                                  {"title", Field::title},
                                                                  {"other", Field::other}};
  const std::string_view field = fields[to_utf8(to_lower(trim(name)))];
  for (const auto& [word, kind] : kNames)
    if (field == word) return kind;
  return Field::none;
}

Field metadata_field(std::u32string_view line, std::u32string_view& value) {
  std::size_t colon = line.find(U':');
  // "From | Gerd Halm": two cells of a table.
  const std::size_t bar = line.find(U" | ");
  if (bar < colon && line.find(U" | ", bar + 1) == std::u32string_view::npos) colon = bar + 1;
  if (colon == std::u32string_view::npos || colon > kLongestFieldName) {
    // "From      Anna Berg": set beside each other.
    const auto columns = columns_of(line);
    if (columns.size() != 2 || columns[0].size() > kLongestFieldName) return Field::none;
    value = trim(columns[1]);
    return field_named(columns[0]);
  }
  value = trim(line.substr(colon + 1));
  // The cell of a table.
  if (value.starts_with(U'|')) value = trim(value.substr(1));
  // A rule drawn below it.
  while (!value.empty() && (value.back() == U'_' || value.back() == U'='))
    value = trim(value.substr(0, value.size() - 1));
  return value.empty() ? Field::none : field_named(line.substr(0, colon));
}

bool is_numbered_heading(std::u32string_view line) {
  std::size_t end = 0;
  while (end < line.size() && is_digit(line[end])) ++end;
  return end > 0 && end < line.size() && (line[end] == U'.' || line[end] == U')');
}

bool is_clock(std::u32string_view line) {
  bool time = false;
  for (std::size_t i = 1; i + 2 < line.size(); ++i)
    time = time || (line[i] == U':' && is_digit(line[i - 1]) && is_digit(line[i + 1]));
  const auto words = split_words(line);
  return time && std::none_of(words.begin(), words.end(),
                              [](auto word) { return word.size() > 4 && is_letter(word[0]); });
}

bool is_release_line(std::u32string_view line) {
  static const WordSet papers("document_words", "paper");
  static const WordSet kinds("document_words", "paper_kind");
  static const WordSet contacts("document_words", "contact");
  const std::string lower = to_utf8(to_lower(trim(line)));
  if (line.find(U':') != std::u32string_view::npos && contacts.begins(lower)) return true;
  const std::string kind = without_number(line);
  return papers.contains(kind) || kinds.contains(kind);
}

bool names_kind(std::u32string_view words) {
  static const WordSet records("document_words", "record");
  return is_release_line(words) || records.contains(to_utf8(to_lower(trim(words))));
}

bool opens_issue(std::u32string_view line) {
  constexpr std::size_t kLongestIssue = 16;  // words
  static const WordSet openings("document_words", "issue");
  return openings.begins(to_utf8(to_lower(line))) && split_words(line).size() <= kLongestIssue;
}

bool names_issue(std::u32string_view line) {
  const auto words = split_words(line);
  return words.size() > 1 && is_digit(words[1][0]) && !ends_like_prose(line);
}

bool is_company_line(std::u32string_view line, const Lexicon& lexicon) {
  // In capitals it may be longer: "SORN VALLEY COOPERATIVE MILL, INC."
  const std::size_t longest = is_all_upper(line) ? 6 : 3;  // words
  const auto words = split_words(line);
  const std::u32string_view last = words.back();
  const bool dotted = last.back() == U'.' && last.find(U'.') + 1 < last.size();
  return words.size() <= longest && is_upper(words.front()[0]) &&
         (dotted || lexicon.is(to_utf8(undo_upper_case(last)), kCompanySuffix));
}

bool heads_section(std::u32string_view line) {
  static const WordSet headings("document_words", "section_heading");
  line = trim(line);
  while (!line.empty() && line.back() == U':') line.remove_suffix(1);
  return headings.contains(to_utf8(to_lower(line)));
}

bool heads_witness(std::u32string_view line) {
  static const WordSet witnesses("document_words", "witness");
  while (!line.empty() && !is_letter(line.back())) line.remove_suffix(1);
  return witnesses.contains(to_utf8(to_lower(line)));
}

bool heads_contact(std::u32string_view line) {
  constexpr std::size_t kLongest = 4;  // words
  static const WordSet contacts("document_words", "contact");
  const auto words = split_words(line);
  return words.size() <= kLongest && std::any_of(words.begin(), words.end(), [](auto word) {
           while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
           return contacts.contains(to_lower(to_utf8(word)) + ":");
         });
}

bool notes_change(std::u32string_view line) {
  static const WordSet updates("document_words", "update_note");
  return updates.begins(to_utf8(to_lower(line)));
}

bool tells_origin(std::u32string_view line, const Lexicon& lexicon) {
  return !notes_change(line) && !is_numbered_heading(line) &&
         (read_byline(line, lexicon) || date_line(line, lexicon) || published_date(line) ||
          opens_issue(line) || is_full_name(line, lexicon));
}

bool is_short_text(std::u32string_view line) {
  static const WordSet attendance("document_words", "attendance");
  const std::size_t colon = line.find(U':');
  return line.find(U" | ") != std::u32string_view::npos ||
         (colon != std::u32string_view::npos && colon + 1 < line.size() &&
          attendance.contains(to_utf8(to_lower(trim(line.substr(0, colon))))));
}

bool names_record(std::u32string_view line) {
  static const WordSet records("document_words", "record");
  static const WordSet pleadings("document_words", "pleading");
  const auto words = split_words(line);
  // "COMPLAINT FOR DAMAGES"
  if (words.size() > 1 && is_all_upper(line) && pleadings.contains(to_lower(words.front())))
    return true;
  // "FORM 8-K"
  const bool form = words.size() == 2 && to_lower(words[0]) == U"form" &&
                    std::any_of(words[1].begin(), words[1].end(), is_digit);
  if (form) return true;
  // "Agenda item 34" is where a paper belongs.
  const bool numbered = words.size() > 2 && std::any_of(words[2].begin(), words[2].end(), is_digit);
  // "Prepared Testimony of Gordon Hale"
  static const WordSet openings("document_words", "record_opening");
  if (words.size() > 3 && openings.contains(to_lower(words[0])) &&
      records.contains(to_lower(words[1])) && to_lower(words[2]) == U"of")
    return true;
  return words.size() > 1 && !numbered &&
         (records.contains(to_lower(words.front())) || records.contains(to_lower(words.back())));
}

}  // namespace dossier::extract
