// SPDX-License-Identifier: Apache-2.0
// Days given from today or as a day of the week: "tomorrow night", "last Friday".
#include <algorithm>

#include "extract/analyze/time_forms.h"

namespace dossier::extract {

std::optional<TimeReading> RelativeTimes::near_day(std::uint32_t at) const {
  const std::string& first = word(at);
  const std::uint32_t end = behind_part_of_day(at + 1);
  if (first == "today" || first == "tonight") return day_from_today(at + 1, 0);
  if (first == "yesterday") return day_from_today(end, -1);
  if (first == "tomorrow") return day_from_today(end, 1);
  const std::string& second = word(at + 1);
  if (first == "this" && end > at + 1 && second != "night") return day_from_today(end, 0);
  if (first == "last" && second == "night") return day_from_today(at + 2, -1);
  if (first == "the" && second == "other" && word(at + 2) == "day") return Reading{at + 3, {}, {}};
  if (first == "the" && second == "day" && word(at + 2) == "before" &&
      word(at + 3) == "yesterday") {
    return day_from_today(at + 4, -2);
  }
  return std::nullopt;
}

std::uint32_t RelativeTimes::behind_part_of_day(std::uint32_t at) const {
  const std::string& part = word(at);
  const bool whole =
      part == "morning" || part == "afternoon" || part == "evening" || part == "night";
  return whole ? at + 1 : at;
}

std::optional<TimeReading> RelativeTimes::weekday(std::uint32_t at) const {
  std::uint32_t name = at;
  const bool shifted = word(at) == "last" || word(at) == "next" || word(at) == "this";
  if (shifted) ++name;
  if (name >= words_.size() || !is_capital(name) || word(name).size() < 6) return std::nullopt;
  const int wanted = weekday_number(word(name));
  if (wanted == 0 || (name > 0 && is_named_day(name - 1))) return std::nullopt;
  const std::uint32_t end = behind_part_of_day(name + 1);
  if (!today_) return Reading{end, {}, {}};
  const int back = (weekday_of(*today_) - wanted + 7) % 7;
  const bool ahead =
      word(at) == "next" || (word(at) != "last" && tells_future() && !tells_past(at));
  if (ahead) return day_from_today(end, back == 0 && word(at) != "next" ? 0 : 7 - back);
  return day_from_today(end, back == 0 && word(at) == "last" ? -7 : -back);
}

bool RelativeTimes::tells_future() const {
  return std::any_of(words_.begin(), words_.end(), [](const std::string& w) {
    return w == "will" || w == "'ll" || w == "\u2019ll" || w == "shall" || w == "due" ||
           w == "expected" || w == "scheduled";
  });
}

}  // namespace dossier::extract
