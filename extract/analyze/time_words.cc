// SPDX-License-Identifier: Apache-2.0
// Words of a sentence as the forms of time expressions see them.
#include "extract/analyze/time_forms.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

#include "extract/analyze/number_words.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

TimeWords::TimeWords(const Document& document, const Sentence& sentence)
    : document_(document), sentence_(sentence) {
  if (document.date) today_ = parse_iso_day(*document.date);
  for (const Token& token : sentence.tokens) {
    words_.push_back(to_lower(std::string_view(token.text)));
  }
}

const std::string& TimeWords::word(std::uint32_t i) const {
  static const std::string kNone;
  return i < words_.size() ? words_[i] : kNone;
}

/// "Bloody Sunday", "Good Friday": one day of history or of a year, not of this week.
bool TimeWords::is_named_day(std::uint32_t adjective) const {
  static constexpr std::string_view kNames[] = {"black", "bloody", "red",    "good",   "holy",
                                                "ash",   "palm",   "easter", "shrove", "maundy",
                                                "super", "cyber",  "whit"};
  return is_capital(adjective) &&
         std::find(std::begin(kNames), std::end(kNames), word(adjective)) != std::end(kNames);
}

bool TimeWords::is_capital(std::uint32_t i) const {
  const std::u32string letters = to_code_points(sentence_.tokens[i].text);
  return !letters.empty() && is_upper(letters[0]);
}

bool TimeWords::is_dash_token(std::uint32_t i) const {
  const std::string& text = word(i);
  return text == "-" || text == "\u2013" || text == "\u2014";
}

std::optional<int> TimeWords::to_int(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> TimeWords::year_at(std::uint32_t i) const {
  const std::optional<int> year = to_int(word(i), 4, 4);
  return year && *year >= 1000 && *year <= 2199 ? year : std::nullopt;
}

std::optional<int> TimeWords::day_at(std::uint32_t i) const {
  std::string_view text = word(i);
  for (std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (text.size() > 2 && text.ends_with(suffix)) text.remove_suffix(2);
  }
  const std::optional<int> day = to_int(text, 1, 2);
  return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

int TimeWords::month_at(std::uint32_t i) const {
  if (i >= words_.size() || !is_capital(i)) return 0;
  std::string_view text = word(i);
  if (text.ends_with('.')) text.remove_suffix(1);
  return month_number(text);
}

std::optional<int> TimeWords::year_after(std::uint32_t& at) const {
  const std::uint32_t behind = word(at) == "," || word(at) == "of" ? at + 1 : at;
  if (const std::optional<int> year = year_at(behind)) {
    at = behind + 1;
    return year;
  }
  if (today_ && word(at + 1) == "year") {
    const int shift = word(at) == "this" ? 0 : word(at) == "last" ? -1 : word(at) == "next" ? 1 : 9;
    if (shift != 9) {
      at += 2;
      return today_->year + shift;
    }
  }
  return std::nullopt;
}

std::optional<int> TimeWords::nearest_year(int month, int day) const {
  if (!today_) return std::nullopt;
  std::optional<int> best;
  std::int64_t distance = 0;
  for (int year = today_->year - 1; year <= today_->year + 1; ++year) {
    const std::int64_t gap =
        std::abs(to_day_number({year, month, std::min(day, days_in_month(year, month))}) -
                 to_day_number(*today_));
    if (!best || gap < distance) {
      best = year;
      distance = gap;
    }
  }
  return best;
}

std::optional<int> TimeWords::untold_year(int month, int day) const {
  return told_year_ ? told_year_ : nearest_year(month, day);
}

std::string TimeWords::day_value(std::optional<int> year, int month, int day) {
  const Day date{year.value_or(0), month, day};
  return year && is_valid(date) ? iso_day(date) : std::string();
}

bool TimeWords::is_noun(std::uint32_t i) const { return sentence_.tokens[i].xpos.is(Xpos::nn); }

}  // namespace dossier::extract
