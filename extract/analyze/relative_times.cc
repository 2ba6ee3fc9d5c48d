// SPDX-License-Identifier: Apache-2.0
// Times relative to the document's date: "two weeks ago", "last year".
#include "extract/analyze/time_forms.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/analyze/number_words.h"
#include "extract/analyze/seasons.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

TimeReading RelativeTimes::day_from_today(std::uint32_t end, std::int64_t shift) const {
  return {end, today_ ? iso_day(add_days(*today_, shift)) : std::string(), {}};
}

bool RelativeTimes::is_unit(std::string_view word) {
  return word == "day" || word == "week" || word == "month" || word == "year" || word == "decade" ||
         word == "hour" || word == "minute" || word == "days" || word == "weeks" ||
         word == "months" || word == "years" || word == "decades" || word == "hours" ||
         word == "minutes" || word == "fortnight" || word == "fortnights";
}

std::string RelativeTimes::duration(std::string_view unit, int count) {
  const std::string sign = count < 0 ? "-" : "";
  const int size = std::abs(count);
  if (unit.starts_with("day")) return sign + "P" + std::to_string(size) + "D";
  if (unit.starts_with("week")) return sign + "P" + std::to_string(7 * size) + "D";
  if (unit.starts_with("fortnight")) return sign + "P" + std::to_string(14 * size) + "D";
  if (unit.starts_with("month")) return sign + "P" + std::to_string(size) + "M";
  if (unit.starts_with("year")) return sign + "P" + std::to_string(size) + "Y";
  if (unit.starts_with("decade")) return sign + "P" + std::to_string(10 * size) + "Y";
  return {};
}

TimeReading RelativeTimes::vaguely_ago(std::uint32_t end, std::string_view unit, int least,
                                       int most) const {
  return {end, shifted(unit, -most), shifted(unit, -least)};
}

std::string RelativeTimes::shifted(std::string_view unit, int count) const {
  if (!today_) return {};
  if (unit.starts_with("day")) return iso_day(add_days(*today_, count));
  if (unit.starts_with("week")) return iso_day(add_days(*today_, std::int64_t{7} * count));
  if (unit.starts_with("fortnight")) return iso_day(add_days(*today_, std::int64_t{14} * count));
  if (unit.starts_with("month")) {
    const Day day = add_months(*today_, count);
    return iso_month(day.year, day.month);
  }
  if (unit.starts_with("year")) return iso_year(today_->year + count);
  if (unit.starts_with("decade")) return iso_year(today_->year + 10 * count);
  return {};
}

std::optional<TimeReading> RelativeTimes::ago(std::uint32_t at) const {
  std::uint32_t unit = at + 1;
  std::optional<int> count;
  bool few = false;
  const WrittenNumber number = number_at(sentence_.tokens, at);
  if (number.end > at && number.value.size() <= 4 && number.value.find('.') == std::string::npos) {
    count = std::atoi(number.value.c_str());
    unit = number.end;
  } else if (word(at) == "a" || word(at) == "an") {
    count = 1;
    few = word(unit) == "few";
    if (few) {
      count.reset();
      ++unit;
    }
  } else if (word(at) != "several" && word(at) != "some" && word(at) != "many") {
    return std::nullopt;
  }
  if (!is_unit(word(unit)) && word(unit) != "time") return std::nullopt;
  const std::string& direction = word(unit + 1);
  if (direction == "ago") {
    if (count) return Reading{unit + 2, shifted(word(unit), -*count), {}};
    // "Several" is from two to nine, "a few" to five; "some time ago" says nothing.
    if (few || word(at) == "several") return vaguely_ago(unit + 2, word(unit), 2, few ? 5 : 9);
    return Reading{unit + 2, {}, {}};
  }
  if (direction == "later" || direction == "earlier") {
    const int sign = direction == "later" ? 1 : -1;
    return Reading{unit + 2, {}, {}, count ? duration(word(unit), sign * *count) : std::string()};
  }
  return std::nullopt;
}

std::optional<TimeReading> RelativeTimes::beside_last(std::uint32_t at) const {
  if (word(at) != "the" && word(at) != "that") return std::nullopt;
  const bool that = word(at) == "that";
  const std::string& first = word(at + 1);
  const auto unit_at = [&](std::uint32_t i) {
    const std::string& unit = word(i);
    const bool part = unit == "morning" || unit == "evening" || unit == "afternoon";
    return part ? std::string("day") : is_unit(unit) && !unit.ends_with('s') ? unit : "";
  };
  if (const std::string unit = unit_at(at + 2); !unit.empty() && unit != "hour") {
    if (first == "same") return Reading{at + 3, {}, {}, duration(unit, 0)};
    if (!that && first == "following") return Reading{at + 3, {}, {}, duration(unit, 1)};
    if (!that && (first == "next" || first == "previous")) return beside_told(at, unit);
  }
  const std::string unit = unit_at(at + 1);
  if (unit.empty() || unit == "hour" || unit == "minute") return std::nullopt;
  if (that) return Reading{at + 2, {}, {}, duration(unit, 0)};
  const std::string& side = word(at + 2);
  const bool whole = word(at + 3) == "," || word(at + 3) == "." || word(at + 3).empty();
  if ((side == "before" || side == "after") && whole)
    return Reading{at + 3, {}, {}, duration(unit, side == "after" ? 1 : -1)};
  return std::nullopt;
}

/// "The next year they returned": beside the time told before, where there is one; "over the next
/// year" and "will return the next year" are beside today.
std::optional<TimeReading> RelativeTimes::beside_told(std::uint32_t at,
                                                      const std::string& unit) const {
  const int shift = word(at + 1) == "next" ? 1 : -1;
  if (unit == "day") return Reading{at + 3, {}, {}, duration(unit, shift)};
  const bool span = at > 0 && (word(at - 1) == "over" || word(at - 1) == "within" ||
                               word(at - 1) == "for" || word(at - 1) == "during");
  std::optional<TimeReading> today = relative_unit(at);
  if (today && !span && !tells_future()) today->shift = duration(unit, shift);
  return today;
}

std::optional<TimeReading> RelativeTimes::relative_unit(std::uint32_t at) const {
  std::uint32_t first = at;
  if (word(first) == "the" || word(first) == "this") {
    if (word(first + 1) == "past" || word(first + 1) == "coming" || word(first + 1) == "current" ||
        word(first + 1) == "previous" || word(first + 1) == "next") {
      ++first;
    }
  }
  const std::optional<int> shift = shift_of(word(first));
  const std::string& unit = word(first + 1);
  if (!shift || unit.ends_with('s')) return std::nullopt;
  // "in the last year of his life"
  if (at > 0 && word(at - 1) == "the" && word(first + 2) == "of") return std::nullopt;
  if (unit == "week") return whole_week(first, *shift);
  const bool whole = word(first) == "this" || word(first) == "last" || word(first) == "next";
  if (const auto months = months_of_season(unit); months && whole)
    return near_season(first + 2, *months, *shift);
  if (unit == "month" || unit == "year") return Reading{first + 2, shifted(unit, *shift), {}};
  if (unit == "decade" || unit == "century") return Reading{first + 2, {}, {}};
  if (word(first) == "this" && word(first + 2) == "year" && is_noun(first + 1)) {
    return Reading{first + 3, shifted("year", 0), {}};
  }
  return std::nullopt;
}

std::optional<int> RelativeTimes::shift_of(std::string_view word) {
  if (word == "this" || word == "current") return 0;
  if (word == "last" || word == "past" || word == "previous") return -1;
  if (word == "next" || word == "coming") return 1;
  return std::nullopt;
}

TimeReading RelativeTimes::whole_week(std::uint32_t first, int shift) const {
  if (!today_) return {first + 2, {}, {}};
  if (word(first) == "past") {
    return {first + 2, iso_day(add_days(*today_, -7)), iso_day(*today_)};
  }
  const Day monday = add_days(*today_, 1 - weekday_of(*today_) + std::int64_t{7} * shift);
  return {first + 2, iso_day(monday), iso_day(add_days(monday, 6))};
}

std::optional<TimeReading> RelativeTimes::past_span(std::uint32_t at) const {
  const std::uint32_t first = word(at) == "the" || word(at) == "these" ? at + 1 : at;
  if (word(first) != "past" && word(first) != "last" && word(first) != "recent" &&
      word(first) != "next" && word(first) != "coming") {
    return std::nullopt;
  }
  std::uint32_t unit = first + 1;
  const WrittenNumber number = number_at(sentence_.tokens, unit);
  const bool counted = number.end > unit && number.value.size() <= 3;
  if (counted) unit = number.end;
  if (!counted && (word(unit) == "few" || word(unit) == "several")) ++unit;
  if (!is_unit(word(unit)) || !word(unit).ends_with('s')) return std::nullopt;
  if (!counted || !today_ || word(first) == "recent") return Reading{unit + 1, {}, {}};
  const bool ahead = word(first) == "next" || word(first) == "coming";
  const std::string edge = shifted(word(unit), std::atoi(number.value.c_str()) * (ahead ? 1 : -1));
  if (edge.empty()) return Reading{unit + 1, {}, {}};
  const std::string now = iso_day(*today_).substr(0, edge.size());
  return ahead ? Reading{unit + 1, now, edge} : Reading{unit + 1, edge, now};
}

std::optional<TimeReading> RelativeTimes::edge_of(std::uint32_t at) const {
  using Form = std::optional<Reading> (RelativeTimes::*)(std::uint32_t) const;
  const std::uint32_t noun = word(at) == "the" ? at + 1 : at;
  const bool edge = word(noun) == "end" || word(noun) == "beginning" || word(noun) == "start" ||
                    word(noun) == "middle";
  if (!edge || word(noun + 1) != "of") return std::nullopt;
  static constexpr std::array<Form, 4> kWholes = {
      &RelativeTimes::month_first, &RelativeTimes::bare_year, &RelativeTimes::relative_unit,
      &RelativeTimes::decade};
  for (const Form form : kWholes) {
    if (std::optional<Reading> reading = (this->*form)(noun + 2)) return reading;
  }
  if (today_ && word(noun + 2) == "the" && word(noun + 3) == "year") {
    return Reading{noun + 4, iso_year(today_->year), {}};
  }
  return std::nullopt;
}

}  // namespace dossier::extract
