// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/written_month.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline.h"
#include "extract/reader/lines.h"
#include "extract/reader/written_date.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestLine = 14;  ///< words
constexpr std::u32string_view kAround = U"()[],.;:|\u2022\u00B7";

std::u32string_view bare(std::u32string_view word) {
  while (!word.empty() && kAround.find(word.back()) != std::u32string_view::npos)
    word.remove_suffix(1);
  while (!word.empty() && kAround.find(word.front()) != std::u32string_view::npos)
    word.remove_prefix(1);
  return word;
}

/// 1500 to 2199; 0 for other words.
int year_of(std::u32string_view word) {
  word = bare(word);
  if (word.size() != 4 || !std::all_of(word.begin(), word.end(), is_digit)) return 0;
  int year = 0;
  for (const char32_t c : word) year = year * 10 + static_cast<int>(c - U'0');
  return year >= 1500 && year < 2200 ? year : 0;
}

bool is_season(std::u32string_view word) {
  const std::u32string lower = to_lower(bare(word));
  return lower == U"spring" || lower == U"summer" || lower == U"autumn" || lower == U"fall" ||
         lower == U"winter";
}

/// "May-June", "April and", "since": not the month of the document alone.
bool leads_on(std::u32string_view word) {
  static const WordSet links("document_words", "title_link");
  const std::size_t dash =
      static_cast<std::size_t>(std::find_if(word.begin(), word.end(), is_dash) - word.begin());
  const bool dashed = word == U"&" || dash + 1 == word.size() ||
                      (dash < word.size() && month_number(to_lower(to_utf8(word.substr(0, dash)))));
  return dashed || links.contains(to_lower(bare(word))) || to_lower(word) == U"in" ||
         to_lower(word) == U"since" || to_lower(word) == U"until" || to_lower(word) == U"to";
}

}  // namespace

std::optional<std::string> month_of_line(std::u32string_view line) {
  const auto words = split_words(line);
  if (words.size() < 2 || words.size() > kLongestLine || find_date(line)) return std::nullopt;
  if (ends_like_prose(line) && line.back() != U'.' && line.back() != U',') return std::nullopt;
  std::optional<std::string> found;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const int year = year_of(words[i]);
    const int month = month_number(to_utf8(to_lower(bare(words[i - 1]))));
    const bool season = is_season(words[i - 1]);
    if (year == 0 || !(month > 0 || season) || !is_upper(bare(words[i - 1])[0])) continue;
    if (found || (i > 1 && leads_on(words[i - 2]))) return std::nullopt;
    // What follows stands apart: "(August 2004), pp. 201-209".
    const bool apart = i + 1 == words.size() || !is_letter(words[i].back());
    const bool ended = i + 1 == words.size() || !is_digit(words[i].back()) ||
                       bare(words[i + 1]).empty() || is_dash(words[i + 1].front());
    if (!apart || !ended ||
        tells_other_day(
            line.substr(0, static_cast<std::size_t>(words[i - 1].data() - line.data()))))
      return std::nullopt;
    found = month > 0 ? iso_month(year, month) : iso_year(year);
  }
  return found;
}

}  // namespace dossier::extract
