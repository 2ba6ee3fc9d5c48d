// SPDX-License-Identifier: Apache-2.0
// Times that name a date themselves: "9 November 2020", "the 1990s", "early October".
#include "extract/analyze/time_forms.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/analyze/number_words.h"
#include "extract/analyze/seasons.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

namespace {

/// Words from the year of an event to its noun.
constexpr std::uint32_t kLongestEvent = 5;

}  // namespace

std::optional<TimeReading> AbsoluteTimes::iso_date(std::uint32_t at) const {
  const std::optional<int> year = year_at(at);
  if (!year || word(at + 1) != "-" || word(at + 3) != "-") return std::nullopt;
  const std::optional<int> month = to_int(word(at + 2), 2, 2);
  const std::optional<int> day = to_int(word(at + 4), 2, 2);
  if (!month || !day || !is_valid({*year, *month, *day})) return std::nullopt;
  return Reading{at + 5, iso_day({*year, *month, *day}), {}};
}

std::optional<TimeReading> AbsoluteTimes::month_first(std::uint32_t at) const {
  const int month = month_at(at);
  if (month == 0) return std::nullopt;
  if (const std::optional<int> day = day_at(at + 1)) {
    std::uint32_t end = at + 2;
    std::optional<int> last;
    if (is_dash_token(end) || word(end) == "to" || word(end) == "and") {
      last = day_at(end + 1);
      if (last && (*last > *day) && month_at(end + 2) == 0) {
        end += 2;
      } else {
        last.reset();
      }
    }
    std::optional<int> year = year_after(end);
    if (!year) year = untold_year(month, *day);
    return Reading{end, day_value(year, month, *day), last ? day_value(year, month, *last) : ""};
  }
  return month_alone(at, month);
}

std::optional<TimeReading> AbsoluteTimes::month_alone(std::uint32_t at, int month) const {
  std::uint32_t end = at + 1;
  std::optional<int> year = year_after(end);
  const bool told = year.has_value();
  // "May" and "March" are words too: alone they need "in" or the like before them.
  const std::string before = at > 0 ? word(at - 1) : std::string();
  const bool introduced = before == "in" || before == "since" || before == "until" ||
                          before == "by" || before == "early" || before == "late" ||
                          before == "last" || before == "this" || before == "of" ||
                          before == "during" || before == "from" || before == "next";
  const bool word_too = word(at) == "may" || word(at) == "march";
  if (!year && word_too && !introduced) return std::nullopt;
  const bool from_today = before == "last" || before == "this" || before == "next";
  if (!year) year = from_today ? nearest_year(month, 15) : untold_year(month, 15);
  if (!year) return Reading{end, {}, {}};
  const std::string now = today_ ? iso_month(today_->year, today_->month) : "9999";
  const bool is_past = before == "in" && !told && !told_year_ && tells_past(at - 1);
  if ((before == "last" && iso_month(*year, month) >= now) ||
      (is_past && iso_month(*year, month) > now)) {
    --*year;
  }
  return Reading{end, iso_month(*year, month), {}};
}

/// Whether the verb before these words tells what has happened: "approved it", "had left".
bool AbsoluteTimes::tells_past(std::uint32_t at) const {
  for (std::uint32_t i = at; i-- > 0;) {
    const auto& tag = sentence_.tokens[i].xpos;
    if (tag == Xpos::vbd) return true;
    if (tag == Xpos::vbn) return i > 0 && sentence_.tokens[i - 1].lemma == "have";
    const bool present = tag == Xpos::vb || tag == Xpos::vbz || tag == Xpos::vbp;
    if (present || tag == Xpos::md || tag == Xpos::to) return false;
  }
  return false;
}

std::optional<TimeReading> AbsoluteTimes::day_first(std::uint32_t at) const {
  const std::optional<int> day = day_at(at);
  if (!day) return std::nullopt;
  std::uint32_t end = at + 1;
  std::optional<int> last;
  if ((is_dash_token(end) || word(end) == "to" || word(end) == "and") && day_at(end + 1)) {
    last = day_at(end + 1);
    end += 2;
  }
  if (word(end) == "of") ++end;
  const int month = month_at(end);
  if (month == 0) return std::nullopt;
  ++end;
  std::optional<int> year = year_after(end);
  if (!year) year = untold_year(month, *day);
  return Reading{end, day_value(year, month, *day), last ? day_value(year, month, *last) : ""};
}

std::optional<TimeReading> AbsoluteTimes::year_range(std::uint32_t at) const {
  const std::optional<int> first = year_at(at);
  if (!first || !is_dash_token(at + 1)) return std::nullopt;
  if (const std::optional<int> last = year_at(at + 2); last && *last > *first) {
    return Reading{at + 3, iso_year(*first), iso_year(*last)};
  }
  const std::optional<int> tail = to_int(word(at + 2), 2, 2);
  if (tail && *tail == *first % 100 + 1) {
    return Reading{at + 3, iso_year(*first), iso_year(*first + 1)};
  }
  return std::nullopt;
}

std::optional<TimeReading> AbsoluteTimes::bare_year(std::uint32_t at) const {
  const std::optional<int> year = year_at(at);
  return year ? std::optional<Reading>({at + 1, iso_year(*year), {}}) : std::nullopt;
}

std::optional<TimeReading> AbsoluteTimes::year(std::uint32_t at) const {
  const std::optional<int> year = year_at(at);
  if (!year) return std::nullopt;
  if (at == 0) return opens_chronicle() ? bare_year(at) : std::nullopt;
  static const WordSet words_before("function_words", "before_year");
  // "c. 1818"
  const bool short_word =
      word(at - 1) == "." && at > 1 && (word(at - 2) == "c" || word(at - 2) == "ca");
  const std::string before = short_word ? "around" : word(at - 1);
  if (before == "the" && *year >= 1800 && *year <= 2100 && is_before_event(at))
    return bare_year(at);
  if (!words_before.contains(before)) return std::nullopt;
  const bool weak = before == "of" || before == "and" || before == "to" || before == "for" ||
                    before == "from" || before == "after" || before == "around";
  if (at + 1 < words_.size() && sentence_.tokens[at + 1].xpos == Xpos::nns) return std::nullopt;
  // "from 1420 until 1797"
  const bool goes_on = before == "from" && (word(at + 1) == "until" || word(at + 1) == "to") &&
                       year_at(at + 2).value_or(0) > *year;
  if (weak && !goes_on && (*year < 1500 || *year > 2100)) return std::nullopt;
  return Reading{at + 1, iso_year(*year), {}};
}

/// "the 2012 Olympics", "the 2014 Holberg Prize": the noun of the year is an event.
bool AbsoluteTimes::is_before_event(std::uint32_t at) const {
  const std::vector<Token>& tokens = sentence_.tokens;
  std::uint32_t noun = at;
  for (std::uint32_t i = at + 1; i < tokens.size() && i <= at + kLongestEvent; ++i) {
    if (tokens[i].upos != Upos::noun && tokens[i].upos != Upos::propn &&
        tokens[i].upos != Upos::adj)
      break;
    noun = i;
  }
  const std::string lemma = to_lower(tokens[noun].lemma);
  static const WordSet awards("nouns", "award");
  return noun > at && (awards.contains(lemma) || Lexicon::builtin().names_event(lemma));
}

/// "1921: Berg founds the school", "1934 Lund moves to Oslo": a line of a chronicle.
bool AbsoluteTimes::opens_chronicle() const {
  const std::vector<Token>& tokens = sentence_.tokens;
  if (word(1) == ":" || is_dash_token(1)) return true;
  if (tokens.front().relation != Relation::root || tokens.size() < 2 || !is_capital(1))
    return false;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.head == 0 && token.relation == Relation::parataxis && token.upos == Upos::verb;
  });
}

std::optional<TimeReading> AbsoluteTimes::decade(std::uint32_t at) const {
  std::uint32_t number = at;
  if (word(number) == "the") ++number;
  std::string part;
  if (word(number) == "early" || word(number) == "late" || word(number) == "mid")
    part = word(number++);
  if (is_dash_token(number)) ++number;
  std::string_view text = word(number);
  if (text.starts_with("mid-")) {
    part = "mid";
    text.remove_prefix(4);
  }
  if (text.size() != 5 || !text.ends_with('s')) return std::nullopt;
  const std::optional<int> first = to_int(text.substr(0, 4), 4, 4);
  if (!first || *first % 10 != 0 || *first < 1000 || *first > 2199) return std::nullopt;
  const auto [begin, end] = part_of_ten(part, *first);
  return Reading{number + 1, iso_year(begin), iso_year(end)};
}

std::pair<int, int> AbsoluteTimes::part_of_ten(std::string_view part, int first) {
  if (part == "early") return {first, first + 3};
  if (part == "mid") return {first + 4, first + 6};
  if (part == "late") return {first + 7, first + 9};
  return {first, first + 9};
}

std::optional<TimeReading> AbsoluteTimes::part_of(std::uint32_t at) const {
  if (word(at) == "early" || word(at) == "late" || word(at) == "mid") {
    const std::uint32_t next = is_dash_token(at + 1) ? at + 2 : at + 1;
    return month_at(next) > 0 ? month_alone(next, month_at(next)) : bare_year(next);
  }
  if (word(at).starts_with("mid-")) {
    const int month = month_number(std::string_view(word(at)).substr(4));
    return month > 0 ? month_alone(at, month) : std::nullopt;
  }
  const std::uint32_t noun = word(at) == "the" ? at + 1 : at;
  return part_of_year(noun);
}

std::optional<TimeReading> AbsoluteTimes::part_of_year(std::uint32_t at) const {
  if (const auto months = months_of_season(word(at)); months && word(at) != "winter")
    return months_of_year(at + 1, *months);
  static constexpr auto kOrdinals =
      std::to_array<std::string_view>({"first", "second", "third", "fourth"});
  const auto ordinal = std::find(kOrdinals.begin(), kOrdinals.end(), word(at));
  if (ordinal == kOrdinals.end()) return std::nullopt;
  const int index = static_cast<int>(ordinal - kOrdinals.begin());
  if (word(at + 1) == "quarter") return months_of_year(at + 2, {index * 3 + 1, index * 3 + 3});
  if (word(at + 1) == "half" && index < 2)
    return months_of_year(at + 2, {index * 6 + 1, index * 6 + 6});
  return std::nullopt;
}

std::optional<TimeReading> AbsoluteTimes::months_of_year(std::uint32_t at,
                                                         std::pair<int, int> months) const {
  const std::optional<int> year = year_after(at);
  if (!year) return std::nullopt;
  return Reading{at, iso_month(*year, months.first), iso_month(*year, months.second)};
}

std::optional<TimeReading> AbsoluteTimes::century(std::uint32_t at) const {
  const std::uint32_t ordinal = word(at) == "the" ? at + 1 : at;
  std::string_view text = word(ordinal);
  if (text.size() < 3 || word(ordinal + 1) != "century") return std::nullopt;
  const std::optional<int> number = to_int(text.substr(0, text.size() - 2), 1, 2);
  if (!number || *number < 10) return std::nullopt;
  return Reading{ordinal + 2, iso_year(*number * 100 - 99), iso_year(*number * 100)};
}

}  // namespace dossier::extract
