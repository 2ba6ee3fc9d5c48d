// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/letterhead.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

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
  constexpr std::size_t kLongest = 20;
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

/// "WWES41 EAVR 090600": what a machine sorts it by.
bool is_code(std::u32string_view line) {
  const auto words = split_words(line);
  const auto numbered = std::count_if(words.begin(), words.end(), [](std::u32string_view word) {
    return std::any_of(word.begin(), word.end(), is_digit);
  });
  return words.size() > 1 && is_all_upper(line) &&
         2 * static_cast<std::size_t>(numbered) > words.size();
}

/// "Ref. HW/112", "S/2014/167"
bool is_reference(std::u32string_view column) {
  constexpr std::size_t kLongest = 3;  // words
  const auto words = split_words(column);
  return words.size() <= kLongest && std::any_of(column.begin(), column.end(), is_digit) &&
         column.find_first_of(U"/.") != std::u32string_view::npos;
}

/// "Hebwerk A/S, Tarsin yard": a company, and where it is.
bool is_company_at(std::u32string_view line, const Lexicon& lexicon) {
  constexpr std::size_t kMostBehind = 4;  // words
  const std::size_t comma = line.find(U", ");
  const auto words = split_words(line.substr(0, comma));
  return comma != std::u32string_view::npos && !words.empty() && !ends_like_prose(line) &&
         split_words(line.substr(comma)).size() <= kMostBehind &&
         lexicon.is(to_utf8(words.back()), kCompanySuffix);
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
      return is_masthead(column) || is_release_line(column) || is_reference(column) ||
             date_line(column, lexicon).has_value();
    });
  if (is_jurisdiction(line) || is_address_line(line)) return true;
  // "BAKERS' UNION - BRANCH 14"
  const std::size_t dash = line.find(U" - ");
  if (dash != std::u32string_view::npos && is_all_upper(line) &&
      is_office(line.substr(0, dash), lexicon) &&
      split_words(line.substr(dash)).size() <= kLongestOffice / 2)
    return true;
  return is_office(line, lexicon) || is_long_office(line, lexicon) || is_citation(line) ||
         is_docket(line) || has_address(line) || is_code(line) || is_company_at(line, lexicon);
}

}  // namespace dossier::extract
