// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/headline_choice.h"

#include <algorithm>
#include <optional>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kRealTitle = 4;         ///< words; shorter lines before it are navigation
constexpr std::size_t kLongestOffice = 6;     ///< words
constexpr std::size_t kLongestCitation = 14;  ///< words
constexpr std::ptrdiff_t kPhoneDigits = 7;

std::string bare_lower(std::u32string_view word) {
  while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
  return to_lower(to_utf8(word));
}

bool is_of(std::u32string_view word) {
  const std::u32string lower = to_lower(word);
  return lower == U"of" || lower == U"for" || lower == U"on";
}

/// All but short words.
bool has_capitals(const std::vector<std::u32string_view>& words) {
  return std::all_of(words.begin(), words.end(), [](std::u32string_view word) {
    return word.size() <= 3 || !is_lower(word[0]);
  });
}

/// "Newsletter of the Beekeepers' Association of Lorn"
bool names_paper(std::u32string_view word) {
  static const WordSet papers("document_words", "paper");
  return papers.contains(bare_lower(word));
}

/// "Ministry of Fisheries", "Press and Information Office": what kind of body it is comes first or
/// last. No sentence has that few words with all of them in capitals.
bool is_office(std::u32string_view line, const Lexicon& lexicon) {
  static const WordSet people("document_words", "body_head");
  auto words = split_words(line);
  if (words.size() > 2 && bare_lower(words[0]) == "the") words.erase(words.begin());
  // "The Trustees of Pell Almshouses"
  if (words.size() > 2 && words.size() <= kLongestOffice && has_capitals(words) &&
      people.contains(bare_lower(words[0])) && is_of(words[1]))
    return true;
  // "HM CORONER FOR MARROW"
  const std::size_t size = words.size();
  if (size > 2 && is_all_upper(line) && is_of(words[size - 2]) &&
      lexicon.is(bare_lower(words[size - 3]), kTitle))
    return true;
  words = split_words(line);
  if (words.size() < 2 || words.size() > kLongestOffice || !has_capitals(words)) return false;
  if (lexicon.is(bare_lower(words.back()), kOrganizationHead)) return true;
  if (names_paper(words[0]) && is_of(words[1])) return true;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (lexicon.is(bare_lower(words[i]), kOrganizationHead) &&
        (i == 0 || (i + 1 < words.size() && is_of(words[i + 1]))))
      return true;
  return false;
}

/// "Department of Public Information - News and Media Division - Port Lise"
bool is_long_office(std::u32string_view line, const Lexicon& lexicon) {
  const auto words = split_words(line);
  return words.size() > kLongestOffice && words.size() <= 2 * kLongestOffice &&
         (lexicon.is(bare_lower(words[0]), kOrganizationHead) || names_paper(words[0])) &&
         is_of(words[1]) && has_capitals(words);
}

/// "Case 1:09-cv-00482 Document 17 Filed 06/04/2009 Page 1 of 2"
bool is_docket(std::u32string_view line) {
  const auto words = split_words(line);
  for (std::size_t i = 0; i + 3 < words.size(); ++i)
    if (bare_lower(words[i]) == "page" && is_digit(words[i + 1][0]) && is_of(words[i + 2]) &&
        is_digit(words[i + 3][0]))
      return true;
  return false;
}

/// "14 (2010) 211-219", "Vol. 3, No. 2, pp. 14-29"
bool is_citation(std::u32string_view line) {
  const auto words = split_words(line);
  if (words.size() > kLongestCitation) return false;
  const auto range = [](std::u32string_view word) {
    const std::size_t dash = word.find_first_of(U"-\u2013");
    return dash != std::u32string_view::npos && dash > 0 && dash + 1 < word.size() &&
           is_digit(word[dash - 1]) && is_digit(word[dash + 1]);
  };
  const auto year = [](std::u32string_view word) {
    return word.size() >= 6 && word[0] == U'(' && is_digit(word[1]) && is_digit(word[4]) &&
           word[5] == U')';
  };
  static const WordSet parts("document_words", "citation");
  const auto numbered = std::count_if(words.begin(), words.end(), [](std::u32string_view word) {
    return parts.contains(bare_lower(word));
  });
  const bool ranged = std::any_of(words.begin(), words.end(), range);
  return (ranged && (numbered > 0 || std::any_of(words.begin(), words.end(), year))) ||
         numbered > 1;
}

/// "WESTERN DISTRICT OF LORNE", "City of Pellham": what a court or a council is of.
bool is_jurisdiction(std::u32string_view line) {
  constexpr std::size_t kLongest = 10, kMostBefore = 1, kMostBehind = 2;
  static const WordSet kinds("document_words", "jurisdiction");
  const auto words = split_words(line);
  if (words.size() < 3 || words.size() > kLongest || !has_capitals(words)) return false;
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (!kinds.contains(bare_lower(words[i])) || bare_lower(words[i + 1]) != "of") continue;
    const std::size_t the = bare_lower(words[i + 2]) == "the" ? 1 : 0;
    const bool ends = words.size() - i - 2 - the <= kMostBehind;
    if (ends && (i <= kMostBefore || is_all_upper(line))) return true;
  }
  return false;
}

/// "City Hall, Council Chambers, 14 Main Street", "Suite 9"
bool is_street_address(std::u32string_view line) {
  constexpr std::size_t kLongest = 12, kMostBetween = 3;
  static const WordSet streets("document_words", "street");
  const auto words = split_words(line);
  if (words.size() > kLongest || !has_capitals(words)) return false;
  std::optional<std::size_t> number, street;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_digit(words[i][0])) number = i;
    const std::string lower = to_lower(to_utf8(words[i]));
    if (streets.contains(lower) || streets.contains(bare_lower(words[i]))) street = i;
    if (!number || !street) continue;
    if (std::max(*number, *street) - std::min(*number, *street) <= kMostBetween) return true;
  }
  return false;
}

/// "Distr.: General", "Agenda item 34", "Seventy-fifth session"
bool is_masthead(std::u32string_view line) {
  constexpr std::size_t kLongest = 8;
  static const WordSet openings("document_words", "masthead");
  const auto words = split_words(line);
  if (words.size() > kLongest) return false;
  return openings.begins(to_lower(to_utf8(line))) ||
         (words.size() == 2 && bare_lower(words[1]) == "session" && has_capitals({words[0]}));
}

bool has_address(std::u32string_view line) {
  const auto words = split_words(line);
  if (std::any_of(words.begin(), words.end(), [](std::u32string_view word) {
        return word.find(U'@') != std::u32string_view::npos || word.starts_with(U"www.") ||
               word.find(U"://") != std::u32string_view::npos;
      }))
    return true;
  return std::count_if(line.begin(), line.end(), is_digit) >= kPhoneDigits &&
         !is_letter(line.front());
}

/// Not "1", "Venue: Boat house", a row of a table, a list of who was present.
bool may_be_title(std::u32string_view line) {
  const bool words = std::any_of(line.begin(), line.end(), is_letter);
  const std::size_t colon = line.find(U':');
  const bool field = colon != std::u32string_view::npos && split_words(line).size() < kRealTitle &&
                     split_words(line.substr(0, colon)).size() == 1;
  static const WordSet labels("document_words", "question");
  const bool label = labels.contains(bare_lower(line)) || bare_lower(line) == "answer";
  const bool bracketed = line.front() == U'(' && line.back() == U')';
  // "Home > News > Harbour"
  const bool path = line.find(U" > ") != std::u32string_view::npos ||
                    line.find(U" \u203A ") != std::u32string_view::npos ||
                    line.find(U" \u00BB ") != std::u32string_view::npos;
  return words && !path && !field && !label && !bracketed && !is_short_text(line) &&
         !is_numbered_heading(line);
}

}  // namespace

bool is_address_line(std::u32string_view line) {
  return is_street_address(line) || is_masthead(line);
}

bool is_letterhead_line(std::u32string_view line, const Lexicon& lexicon) {
  const auto columns = columns_of(line);
  // "Security Council      Distr.: General"
  if (columns.size() > 1)
    return std::any_of(columns.begin(), columns.end(), [&](std::u32string_view column) {
      return is_masthead(column) || date_line(column, lexicon).has_value();
    });
  if (is_jurisdiction(line) || is_address_line(line)) return true;
  return is_office(line, lexicon) || is_long_office(line, lexicon) || is_citation(line) ||
         is_docket(line) || has_address(line);
}

std::size_t choose_title(const std::vector<std::u32string_view>& titles, bool prose_follows,
                         const Lexicon& lexicon) {
  std::vector<std::size_t> own;
  for (std::size_t i = 0; i < titles.size(); ++i)
    if (!is_letterhead_line(titles[i], lexicon) && may_be_title(titles[i]) &&
        (i == 0 || !heads_section(titles[i])) && (i == 0 || !is_full_name(titles[i], lexicon)))
      own.push_back(i);
  for (std::size_t i = 0; own.empty() && i < titles.size(); ++i) own.push_back(i);
  for (const std::size_t i : own)
    if (names_record(titles[i])) return i;
  for (const std::size_t i : own)
    if (split_words(titles[i]).size() >= kRealTitle) return i;
  return titles.size() > 2 && prose_follows ? own.back() : own.front();
}

}  // namespace dossier::extract
