// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/dateline.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline_end.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/lines.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// "(Bergen, 1 December 2021) ", "(Lima) - ": a place that is known, or one beside a day.
std::optional<Dateline> bracketed_dateline(std::u32string_view text, const Lexicon& lexicon) {
  const std::size_t close = text.substr(0, kLongestDateline).find(U')');
  if (text.empty() || text[0] != U'(' || close == std::u32string_view::npos) return std::nullopt;
  const std::u32string_view inside = text.substr(1, close - 1);
  Dateline result;
  result.date = find_date(inside);
  const std::u32string_view place =
      without_separators(inside.substr(0, result.date ? result.date->begin : inside.size()));
  const std::size_t comma = std::min(place.find(U','), place.size());
  std::size_t end = close + 1;
  while (end < text.size() && (is_space(text[end]) || is_dash(text[end]))) ++end;
  const bool dashed = end > close + 2;
  const bool known = is_known_place(place.substr(0, comma), lexicon);
  if (place.empty() || end == close + 1 || end == text.size() || !is_upper(text[end]) ||
      split_words(place).size() > 3 || !(result.date || (known && dashed)))
    return std::nullopt;
  result.place = place_before(place, lexicon);
  result.length = end;
  return result.place ? std::optional(result) : std::nullopt;
}

/// Takes "(Reuters)" and "/PRNewswire/" out of a prefix; true when there was one.
bool drop_agency(std::u32string& prefix) {
  for (const auto& [open, close] : {std::pair{U'(', U')'}, std::pair{U'/', U'/'}}) {
    const std::size_t begin = prefix.find(open);
    const std::size_t end = begin == std::u32string::npos ? begin : prefix.find(close, begin + 1);
    if (end == std::u32string::npos || end - begin < 3) continue;
    prefix.erase(begin, end - begin + 1);
    return true;
  }
  return false;
}

/// "Nov 3", "3 November": a date without its year.
bool is_yearless_date(std::u32string_view text) {
  const auto words = split_words(text);
  if (words.size() != 2) return false;
  return std::any_of(words.begin(), words.end(), [](std::u32string_view word) {
    while (!word.empty() && (word.back() == U'.' || word.back() == U',')) word.remove_suffix(1);
    return month_number(to_lower(to_utf8(word))) > 0;
  });
}

std::u32string_view drop_yearless_date(std::u32string_view prefix) {
  const std::size_t comma = prefix.rfind(U',');
  if (comma == std::u32string_view::npos || !is_yearless_date(prefix.substr(comma + 1)))
    return prefix;
  return without_separators(prefix.substr(0, comma));
}

std::u32string_view drop_date_words(std::u32string_view text) {
  auto words = split_words(text);
  while (!words.empty() && is_date_word(words.front())) words.erase(words.begin());
  while (!words.empty() && is_date_word(words.back())) words.pop_back();
  if (words.empty()) return {};
  const char32_t* end = words.back().data() + words.back().size();
  return {words.front().data(), static_cast<std::size_t>(end - words.front().data())};
}

/// "UIN 17342, tabled on", "S/2021/441": the number of a paper, before its date.
bool is_reference(std::u32string_view before) {
  constexpr std::size_t kLongestLetters = 4;
  const auto words = split_words(before);
  const auto has_digit = [](std::u32string_view word) {
    return std::any_of(word.begin(), word.end(), is_digit);
  };
  return std::any_of(words.begin(), words.end(), has_digit) &&
         std::all_of(words.begin(), words.end(), [&](std::u32string_view word) {
           return is_all_upper(word) ? has_digit(word) || word.size() <= kLongestLetters
                                     : is_date_word(word);
         });
}

/// "Given at Port Ellery on": the place.
std::u32string_view without_place_opening(std::u32string_view before) {
  static const WordSet openings("document_words", "place_opening");
  const auto words = split_words(before);
  if (words.size() < 3) return before;
  const std::u32string opening =
      to_lower(std::u32string(words[0]) + U" " + std::u32string(words[1]));
  if (!openings.contains(to_utf8(opening))) return before;
  return drop_date_words(before.substr(static_cast<std::size_t>(words[2].data() - before.data())));
}

/// "LISBON, Portugal – March 5, 2024 – ", "LIMA – (Wire) – ": a date or an agency between dashes of
/// its own.
void go_on(std::u32string_view paragraph, Dateline& result) {
  const std::u32string_view rest = paragraph.substr(result.length);
  const std::size_t end = dateline_end(rest);
  if (end == 0) return;
  std::u32string part(without_separators(rest.substr(0, end)));
  const bool agency = drop_agency(part);
  const std::u32string_view told = without_separators(part);
  const std::optional<WrittenDate> date = find_date(told);
  const bool only_date = date && date->begin == 0 && date->end == told.size();
  if (!only_date && !(agency && told.empty())) return;
  if (only_date && !result.date) result.date = date;
  result.length += end;
}

}  // namespace

std::optional<Dateline> dateline_prefix(std::u32string_view paragraph, const Lexicon& lexicon) {
  const std::size_t stopped = stopped_dateline_end(paragraph);
  std::size_t end = stopped > 0 ? stopped : dateline_end(paragraph);
  if (end == 0) end = agency_dateline_end(paragraph);
  if (const auto bracketed = bracketed_dateline(paragraph, lexicon)) return bracketed;
  if (end == 0 || paragraph.empty() || !is_upper(paragraph[0])) return std::nullopt;
  // "Lund (11 August 1869 - 2 January 1951) was": a life, and no place.
  const std::u32string_view opening = paragraph.substr(0, end);
  if (std::count(opening.begin(), opening.end(), U'(') !=
      std::count(opening.begin(), opening.end(), U')'))
    return std::nullopt;
  Dateline result;
  result.length = end;
  std::u32string prefix(without_separators(paragraph.substr(0, end)));
  const bool agency = drop_agency(prefix);
  result.date = find_date(prefix);
  std::u32string_view place_part = prefix;
  if (result.date) place_part = place_part.substr(0, result.date->begin);
  place_part = drop_yearless_date(without_separators(place_part));
  const std::size_t slash = place_part.find(U'/');
  place_part = place_part.substr(0, slash);
  // "MUNICH & HOUSTON": the first
  place_part = trim(place_part.substr(0, place_part.find(U'&')));
  // "HOLM, Estmark": in capitals stands where it was written.
  const std::u32string_view town = place_part.substr(0, place_part.find(U','));
  // "Labuan Bajo, East Nusa Tenggara, July 3, 2019 (Wire)": a town and its province.
  const bool province = agency && place_part.size() > town.size() && place_before(town, lexicon);
  const bool only_town = province || (is_all_upper(town) && !is_all_upper(place_part));
  result.place = place_before(only_town ? town : place_part, lexicon);
  if (!result.place || split_words(place_part).size() > 5) return std::nullopt;
  const bool upper = is_all_upper(place_part.substr(0, place_part.find(U',')));
  const bool known = is_known_place(place_part.substr(0, place_part.find(U',')), lexicon);
  if (!upper && !agency && !result.date && !known) return std::nullopt;
  go_on(paragraph, result);
  return result;
}

bool tells_other_day(std::u32string_view before) {
  static const WordSet others("document_words", "other_date");
  const auto words = split_words(before);
  return std::any_of(words.begin(), words.end(), [](std::u32string_view word) {
    while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
    return others.contains(to_utf8(to_lower(word)));
  });
}

bool tells_span_of_years(std::u32string_view line) {
  constexpr int kLeastYears = 2;
  const auto first = find_date(line), last = find_last_date(line);
  return first && last && first->end <= last->begin &&
         last->day.year - first->day.year >= kLeastYears &&
         std::any_of(line.begin() + static_cast<std::ptrdiff_t>(first->end),
                     line.begin() + static_cast<std::ptrdiff_t>(last->begin),
                     [](char32_t c) { return is_dash(c); });
}

std::optional<WrittenDate> date_told(std::u32string_view line) {
  return to_lower(line).starts_with(U"updated") ? find_last_date(line) : find_date(line);
}

std::optional<Dateline> date_line(std::u32string_view line, const Lexicon& lexicon) {
  Dateline result;
  result.date = date_told(line);
  if (!result.date || tells_span_of_years(line)) return std::nullopt;
  if (to_lower(line).starts_with(U"updated")) return result;
  const std::u32string_view stated =
      without_separators(drop_date_words(without_separators(line.substr(0, result.date->begin))));
  // "Press release 22 March 2017 Brussels"
  const std::u32string_view before =
      is_release_line(stated) ? std::u32string_view() : without_place_opening(stated);
  std::u32string_view after = drop_date_words(without_separators(line.substr(result.date->end)));
  // "Updated 2h ago"
  if (to_lower(after).ends_with(U" ago")) after = {};
  result.length = line.size();
  if (!before.empty()) {
    if (tells_other_day(before)) return std::nullopt;
    if (after.empty() && is_reference(line.substr(0, result.date->begin))) return result;
    // A sentence that ends in a date: "Ada Brandt visited Narvik on 3 May 2021."
    if (split_words(before).size() > 4 || !is_capitalised_phrase(before)) return std::nullopt;
    // "The Holm Gazette, 9 June 1989" tells no place.
    if (split_words(before).front() == U"The")
      return after.empty() ? std::optional(result) : std::nullopt;
    const bool comma = line.substr(0, result.date->begin).find(U',') != std::u32string_view::npos;
    result.place = place_before(before, lexicon);
    // "Reissued 2 October 2018", "Dora Finn, 2 October 2018"
    const bool told = comma || before.size() < stated.size();
    const bool doubtful = result.place && !is_sure_place(*result.place, told, lexicon);
    if (doubtful) result.place.reset();
    // "Tarn, 11 March 2016": a place or not, it is a date; a longer phrase may be anything.
    static const WordSet records("document_words", "record");
    const bool one_word =
        split_words(before).size() == 1 && !records.contains(to_lower(before)) && comma;
    if (!result.place && !one_word && !doubtful) return std::nullopt;
  }
  if (!after.empty()) {
    // "12.01am, The Clarion": who published it.
    const auto place =
        after.starts_with(U"The ") ? std::optional<std::string>() : place_before(after, lexicon);
    if (split_words(after).size() > 4 || (!place && split_words(after).size() > 2))
      return std::nullopt;
    if (!result.place) result.place = place;
  }
  return result;
}

std::optional<WrittenDate> date_beside_section(std::u32string_view line, const Lexicon& lexicon) {
  constexpr std::size_t kLongestSection = 5;
  constexpr std::u32string_view kBars = U"|\u2022\u00B7";
  std::optional<WrittenDate> found;
  std::u32string_view rest = line;
  if (rest.find_first_of(kBars) == std::u32string_view::npos) return found;
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find_first_of(kBars), rest.size());
    const std::u32string_view part = trim(rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    const auto date = date_line(part, lexicon);
    if (date && found) return std::nullopt;
    if (date) found = date->date;
    if (!date && (ends_like_prose(part) || split_words(part).size() > kLongestSection))
      return std::nullopt;
  }
  return found;
}

}  // namespace dossier::extract
