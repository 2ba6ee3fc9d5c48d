// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/author_list.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/lines.h"
#include "extract/reader/written_date.h"
#include "extract/reader/written_place.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostWords = 60;           ///< of a list
constexpr std::size_t kLongestAffiliation = 30;  ///< words

bool is_mark(char32_t c) {
  return is_digit(c) ||
         std::u32string_view(U"*\u2020\u2021\u00A7\u00B6\u00B9\u00B2\u00B3").find(c) !=
             std::u32string_view::npos ||
         (c >= 0x2070 && c <= 0x209C) || (c >= 0x1D43 && c <= 0x1D6A);
}

/// Without "(1)", "[a,b]", "1*"; `marked` when there was one.
std::u32string without_marks(std::u32string_view line, bool& marked) {
  std::u32string bare;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool opens = line[i] == U'(' || line[i] == U'[';
    const std::size_t close = opens ? line.find_first_of(U")]", i) : std::u32string_view::npos;
    if (opens && close != std::u32string_view::npos && close - i <= 8) {
      marked = true;
      i = close;
    } else if (is_mark(line[i])) {
      marked = true;
      // "Loe1,2, Foss3": the comma belongs to the mark.
      if (i + 2 < line.size() && line[i + 1] == U',' && is_mark(line[i + 2])) ++i;
    } else {
      bare += line[i];
    }
  }
  return bare;
}

bool is_degree(std::u32string_view word) {
  static const WordSet degrees("document_words", "degree");
  std::u32string bare;
  for (const char32_t c : word)
    if (is_letter(c)) bare += to_lower(std::u32string_view(&c, 1));
  return degrees.contains(to_utf8(bare));
}

/// The parts between commas, semicolons, dots in the middle, "and" and "&", without degrees.
std::vector<std::u32string> parts_of(std::u32string_view line) {
  std::vector<std::u32string> parts(1);
  for (std::u32string_view word : split_words(line)) {
    const std::u32string lower = to_lower(word);
    const bool separator = lower == U"and" || word == U"&" || word == U"\u00B7" ||
                           word == U"\u2022" || word == U"|" || word == U",";
    const bool ends = word.back() == U',' || word.back() == U';';
    if (ends) word.remove_suffix(1);
    if (!separator && !word.empty() && !is_degree(word))
      parts.back() += (parts.back().empty() ? U"" : U" ") + std::u32string(word);
    if ((separator || ends) && !parts.back().empty()) parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

bool is_initial(std::u32string_view word) {
  return word.size() <= 5 && word.back() == U'.' && is_upper(word[0]);
}

bool is_particle(std::u32string_view word) {
  static const WordSet particles("function_words", "name_particle");
  return particles.contains(word);
}

/// Two to five words as those of a name are written.
bool is_name(std::u32string_view part, const Lexicon& lexicon) {
  const auto words = split_words(part);
  if (words.size() < 2 || words.size() > 5 || !is_upper(words.back()[0])) return false;
  if (!may_be_person(to_utf8(part), lexicon)) return false;
  // "Oral History Project"
  if (words.size() > 2 && std::all_of(words.begin(), words.end(), [&](std::u32string_view word) {
        return lexicon.word(to_utf8(to_lower(word))).known();
      }))
    return false;
  return std::all_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return is_initial(word) || (is_upper(word[0]) && is_letter(word.back())) || is_particle(word);
  });
}

bool has_given_name(std::u32string_view part, const Lexicon& lexicon) {
  std::u32string_view first = split_words(part).front();
  first = first.substr(0, first.find(U'-'));
  return is_initial(first) ||
         (lexicon.evidence(to_utf8(undo_upper_case(first))) & (kGivenName | kListedGivenName)) != 0;
}

}  // namespace

std::optional<std::string> first_of_authors(std::u32string_view line, const Lexicon& lexicon) {
  if (split_words(line).size() > kMostWords) return std::nullopt;
  // "B. 05 DABRI 2210": the mark of who works where has no three figures.
  constexpr std::size_t kLongestNumber = 2;
  std::size_t figures = 0;
  for (const char32_t c : line) {
    figures = is_digit(c) ? figures + 1 : 0;
    if (figures > kLongestNumber) return std::nullopt;
  }
  bool marked = false;
  const std::u32string bare = without_marks(line, marked);
  const std::vector<std::u32string> parts = parts_of(bare);
  if (parts.empty() || (parts.size() == 1 && !marked)) return std::nullopt;
  if (!std::all_of(parts.begin(), parts.end(),
                   [&](const auto& part) { return is_name(part, lexicon); }))
    return std::nullopt;
  const auto known = std::count_if(parts.begin(), parts.end(),
                                   [&](const auto& part) { return has_given_name(part, lexicon); });
  if (static_cast<std::size_t>(known) * 2 < parts.size()) return std::nullopt;
  return to_utf8(undo_upper_case(parts.front()));
}

std::optional<std::string> marked_name(std::u32string_view line, const Lexicon& lexicon) {
  constexpr std::size_t kMostParts = 6;  // words
  bool marked = false;
  if (split_words(line).size() > kMostParts) return std::nullopt;
  const std::vector<std::u32string> parts = parts_of(without_marks(line, marked));
  if (!marked || parts.size() != 1 || !is_name(parts.front(), lexicon)) return std::nullopt;
  return to_utf8(undo_upper_case(parts.front()));
}

std::optional<std::string> first_of_unknown(std::u32string_view line, const Lexicon& lexicon) {
  constexpr std::size_t kMostNames = 3, kLongestName = 3;
  const std::vector<std::u32string> parts = parts_of(line);
  const auto is_unknown = [&](const std::u32string& part) {
    const auto words = split_words(part);
    return words.size() <= kLongestName && is_name(part, lexicon) &&
           !is_known_place(part, lexicon) &&
           std::all_of(words.begin(), words.end(), [&](std::u32string_view word) {
             const std::string name = to_utf8(undo_upper_case(word));
             return is_initial(word) || is_particle(word) ||
                    lexicon.is(name, kGivenName | kSurname) ||
                    (!lexicon.word(to_lower(name)).known() && !is_known_place(word, lexicon));
           });
  };
  if (parts.empty() || parts.size() > kMostNames || ends_like_prose(line) ||
      !std::all_of(parts.begin(), parts.end(), is_unknown))
    return std::nullopt;
  return to_utf8(undo_upper_case(parts.front()));
}

std::string first_author(std::string_view declared, const Lexicon& lexicon) {
  const std::u32string text = to_code_points(declared);
  std::u32string_view first = text;
  for (const std::u32string_view separator : {U";", U" and ", U" & ", U"\n"})
    first = trim(first.substr(0, first.find(separator)));
  const std::size_t comma = first.find(U',');
  if (comma == std::u32string_view::npos) return to_utf8(first);
  const std::u32string_view left = trim(first.substr(0, comma));
  const std::u32string_view right = trim(first.substr(comma + 1));
  const std::u32string turned = std::u32string(right) + U" " + std::u32string(left);
  // "Berg, Anna": no name has its family first and a comma behind it otherwise.
  const bool inverted = split_words(left).size() == 1 && !right.empty() &&
                        right.find(U',') == std::u32string_view::npos &&
                        has_given_name(right, lexicon) && is_name(turned, lexicon);
  if (inverted) return to_utf8(turned);
  return to_utf8(is_full_name(left, lexicon) ? left : first);
}

bool is_affiliation(std::u32string_view line, const Lexicon& lexicon) {
  if (ends_like_prose(line) && line.back() != U';' && line.back() != U',') return false;
  const auto words = split_words(line);
  if (words.size() > kLongestAffiliation) return false;
  if (words.size() <= 4 && line.find(U'@') != std::u32string_view::npos) return true;
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
    while (!word.empty() && !is_letter(word.front())) word.remove_prefix(1);
    return !word.empty() && is_upper(word[0]) &&
           (lexicon.is(to_lower(to_utf8(word)), kOrganizationHead) ||
            lexicon.is(to_utf8(word), kCompanySuffix));
  });
}

bool tells_receipt(std::u32string_view line) {
  static const WordSet openings("document_words", "receipt");
  const auto words = split_words(line);
  if (words.empty() || words.size() > kLongestAffiliation) return false;
  std::u32string first = to_lower(words.front());
  while (!first.empty() && !is_letter(first.back())) first.pop_back();
  return openings.contains(to_utf8(first)) && find_date(line).has_value();
}

}  // namespace dossier::extract
