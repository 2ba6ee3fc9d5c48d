// SPDX-License-Identifier: Apache-2.0
// The forms of time expressions, each a function that tries to read it at a token.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/document.h"
#include "extract/text/calendar.h"

namespace dossier::extract {

/// An expression read: the token after it and its values, empty when they can't be resolved.
struct TimeReading {
  std::uint32_t end = 0;
  std::string value;
  std::string value_end;
  std::string shift = {};  ///< see TimeExpression::shift
};

/// The words of a sentence and the document's date. Both arguments must outlive it.
class TimeWords {
 public:
  TimeWords(const Document& document, const Sentence& sentence);

 protected:
  using Reading = TimeReading;

  const std::string& word(std::uint32_t i) const;
  bool is_capital(std::uint32_t i) const;
  bool is_named_day(std::uint32_t adjective) const;
  bool is_dash_token(std::uint32_t i) const;
  static std::optional<int> to_int(std::string_view text, std::size_t least, std::size_t most);
  std::optional<int> year_at(std::uint32_t i) const;
  std::optional<int> day_at(std::uint32_t i) const;
  int month_at(std::uint32_t i) const;
  /// Reads ", 2020", "2020", "of 2020" or "this year" after a day or month.
  std::optional<int> year_after(std::uint32_t& at) const;
  /// The year that brings a day without one nearest to the document's date.
  std::optional<int> nearest_year(int month, int day) const;
  /// The year of a day without one: the last year in its sentence, else the nearest.
  std::optional<int> untold_year(int month, int day) const;
  static std::string day_value(std::optional<int> year, int month, int day);
  bool is_noun(std::uint32_t i) const;

  const Document& document_;
  const Sentence& sentence_;
  std::optional<Day> today_;
  std::optional<int> told_year_;    ///< the last year so far that later days may belong to
  std::vector<std::string> words_;  ///< in lower case
};

/// Days, months, years and parts of them that name themselves.
class AbsoluteTimes : public TimeWords {
 public:
  using TimeWords::TimeWords;

 protected:
  std::optional<Reading> iso_date(std::uint32_t at) const;
  /// "March 9", "March 11-12, 2021", "March 2021", "March".
  std::optional<Reading> month_first(std::uint32_t at) const;
  std::optional<Reading> month_alone(std::uint32_t at, int month) const;
  bool tells_past(std::uint32_t at) const;
  /// "9 November 2020", "11-12 November", "the 9th of November".
  std::optional<Reading> day_first(std::uint32_t at) const;
  /// "2020-2021", "1996–1998", "2020/21".
  std::optional<Reading> year_range(std::uint32_t at) const;
  std::optional<Reading> bare_year(std::uint32_t at) const;
  /// A year where a year can stand: after a preposition, in brackets; not before a counted noun.
  std::optional<Reading> year(std::uint32_t at) const;
  bool opens_chronicle() const;
  bool is_before_event(std::uint32_t at) const;
  /// "the 1990s", "the mid-1990s", "the late 1980s".
  std::optional<Reading> decade(std::uint32_t at) const;
  static std::pair<int, int> part_of_ten(std::string_view part, int first);
  /// "early October", "mid-December", "the summer of 2019".
  std::optional<Reading> part_of(std::uint32_t at) const;
  /// Seasons, quarters and halves, as their months.
  std::optional<Reading> part_of_year(std::uint32_t at) const;
  std::optional<Reading> months_of_year(std::uint32_t at, std::pair<int, int> months) const;
  /// "the 21st century".
  std::optional<Reading> century(std::uint32_t at) const;
};

/// Days and periods relative to the document's date.
class RelativeTimes : public AbsoluteTimes {
 public:
  using AbsoluteTimes::AbsoluteTimes;

 protected:
  Reading day_from_today(std::uint32_t end, std::int64_t shift) const;
  /// Past "morning" or "night" where one stands at `at`.
  std::uint32_t behind_part_of_day(std::uint32_t at) const;
  /// "yesterday", "today", "this morning", "the other day".
  std::optional<Reading> near_day(std::uint32_t at) const;
  static bool is_unit(std::string_view word);
  /// "P7D", "-P1M": so many units as an ISO duration; empty for units below a day.
  static std::string duration(std::string_view unit, int count);
  /// From `most` to `least` units before the document's date.
  Reading vaguely_ago(std::uint32_t end, std::string_view unit, int least, int most) const;
  /// The day or period `count` units away from the document's date.
  std::string shifted(std::string_view unit, int count) const;
  /// "two weeks ago", "several days ago" (from nine to two), "a week later".
  std::optional<Reading> ago(std::uint32_t at) const;
  /// "the same day", "the day before", "the next morning", "the following year".
  std::optional<Reading> beside_last(std::uint32_t at) const;
  /// "last year", "this week", "next month", "this coronavirus year" (read as this year).
  std::optional<Reading> beside_told(std::uint32_t at, const std::string& unit) const;
  std::optional<Reading> relative_unit(std::uint32_t at) const;
  static std::optional<int> shift_of(std::string_view word);
  /// "this fall", "last winter", "next spring".
  Reading near_season(std::uint32_t end, std::pair<int, int> months, int shift) const;
  Reading whole_week(std::uint32_t first, int shift) const;
  /// "the past six days", "the last two years", "the past few years".
  std::optional<Reading> past_span(std::uint32_t at) const;
  /// "Monday", "last Friday"; plain ones look back, or ahead where the sentence says "will".
  std::optional<Reading> weekday(std::uint32_t at) const;
  bool tells_future() const;
  /// "the end of 2020", "the beginning of next year": read as the whole.
  std::optional<Reading> edge_of(std::uint32_t at) const;
};

}  // namespace dossier::extract
