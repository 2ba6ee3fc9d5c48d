// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/occasion.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestOccasion = 60;  ///< words
constexpr std::size_t kGenreWithin = 3;       ///< words
constexpr std::size_t kLongestClock = 12;     ///< characters behind the date: "at 18.30"

/// "Keynote address by", "Remarks at", "Speech delivered to"
bool opens_occasion(std::u32string_view line) {
  static const WordSet genres("document_words", "genre");
  const auto words = split_words(line);
  if (words.size() < 4 || words.size() > kLongestOccasion) return false;
  // "held at the Ferry Inn on 9 January 2020"
  if (to_lower(words[0]) == U"held") return true;
  for (std::size_t i = 0; i < std::min(kGenreWithin, words.size() - 1); ++i) {
    if (!genres.contains(to_utf8(to_lower(words[i])))) continue;
    const std::u32string next = to_lower(words[i + 1]);
    for (const std::u32string_view link :
         {U"by", U"of", U"at", U"to", U"given", U"delivered", U"held", U"made"})
      if (next == link) return true;
  }
  return false;
}

}  // namespace

std::optional<Occasion> read_occasion(std::u32string_view line, const Lexicon& lexicon) {
  if (!opens_occasion(line)) return std::nullopt;
  const auto date = find_last_date(line);
  // "Report of the Trustees for the year ended 31 March 2015"
  if (date && tells_other_day(line.substr(0, date->begin))) return std::nullopt;
  // "held on Tuesday 7 February 2017 at 6.00pm in the staff room"
  const bool meeting = to_lower(line).starts_with(U"held on ");
  if (!date || (!meeting && trim(line.substr(date->end)).size() > kLongestClock))
    return std::nullopt;
  Occasion occasion;
  occasion.date = *date;
  occasion.speaker = speaker_of_headline(line, lexicon);
  const auto place = place_before(line.substr(0, date->begin), lexicon);
  static const WordSet heads("document_words", "place_head");
  const bool headed = place && heads.contains(to_lower(place->substr(0, place->find(' '))));
  if (place && (headed || lexicon.is(*place, kCity | kCapital))) occasion.place = place;
  return occasion;
}

}  // namespace dossier::extract
