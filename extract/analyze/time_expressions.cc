// SPDX-License-Identifier: Apache-2.0
// Each form of expression is a function that tries to read it at a token; the first that can wins,
// longer forms before shorter ones.
#include "extract/analyze/time_expressions.h"

#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/analyze/time_forms.h"

namespace dossier::extract {
namespace {

class TimeReader : private RelativeTimes {
 public:
  using RelativeTimes::RelativeTimes;

  std::vector<TimeExpression> read() {
    std::vector<TimeExpression> times;
    for (std::uint32_t at = 0; at < words_.size();) {
      const std::optional<Reading> reading = read_at(at);
      if (!reading) {
        ++at;
        continue;
      }
      times.push_back(expression(at, *reading));
      note_year(at, *reading);
      at = reading->end;
    }
    return times;
  }

 private:
  using Form = std::optional<Reading> (TimeReader::*)(std::uint32_t) const;

  std::optional<Reading> read_at(std::uint32_t at) const {
    static constexpr std::array<Form, 15> kForms = {
        &TimeReader::iso_date,   &TimeReader::month_first, &TimeReader::day_first,
        &TimeReader::year_range, &TimeReader::year,        &TimeReader::decade,
        &TimeReader::part_of,    &TimeReader::edge_of,     &TimeReader::near_day,
        &TimeReader::ago,        &TimeReader::beside_last, &TimeReader::relative_unit,
        &TimeReader::past_span,  &TimeReader::weekday,     &TimeReader::century};
    for (const Form form : kForms) {
      if (std::optional<Reading> reading = (this->*form)(at)) return with_range(at, *reading);
    }
    return std::nullopt;
  }

  /// "from March 9 to 12 December", "between 2018 and 2020".
  Reading with_range(std::uint32_t at, Reading first) const {
    if (!first.value_end.empty() || first.value.empty()) return first;
    const std::string& link = word(first.end);
    const std::string before = at > 0 ? word(at - 1) : std::string();
    const bool to = (link == "to" || link == "until" || link == "through" || link == "till") &&
                    before == "from";
    const bool dash = is_dash_token(first.end);
    const bool and_ = link == "and" && before == "between";
    if (!to && !dash && !and_) return first;
    static constexpr std::array<Form, 4> kEnds = {&TimeReader::iso_date, &TimeReader::month_first,
                                                  &TimeReader::day_first, &TimeReader::bare_year};
    for (const Form form : kEnds) {
      const std::optional<Reading> second = (this->*form)(first.end + 1);
      if (!second || second->value.empty()) continue;
      return {second->end, first.value, second->value};
    }
    return first;
  }

  /// "In 1828 ..., on 26 February": later days are of that year. A day "on 3 May 2020" says so only
  /// where the document's own year is far; "since 2018", "the treaty of 1996" say nothing of it.
  void note_year(std::uint32_t begin, const Reading& reading) {
    const std::optional<int> year = year_at(reading.end - 1);
    if (!year || !reading.value_end.empty() || begin == 0) return;
    const bool in = word(begin - 1) == "in";
    const bool far = !today_ || std::abs(today_->year - *year) > 1;
    if ((in && reading.end == begin + 1) || ((in || word(begin - 1) == "on") && far))
      told_year_ = year;
  }

  TimeExpression expression(std::uint32_t begin, const Reading& reading) const {
    TimeExpression time;
    time.tokens = {begin, reading.end};
    time.span = {sentence_.tokens[begin].span.begin, sentence_.tokens[reading.end - 1].span.end};
    time.text = single_line(document_, time.span);
    time.value = reading.value;
    time.value_end = reading.value_end;
    time.shift = reading.shift;
    const std::string before = begin > 0 ? word(begin - 1) : std::string();
    const bool onwards = before == "after" || before == "from";
    if (!time.value.empty() && (before == "since" || (onwards && time.value_end.empty()))) {
      time.open_end = true;
      time.value_end.clear();
    }
    if (before == "before" && !time.value.empty()) {
      time.value = one_earlier(time.value);
      time.value_end.clear();
    }
    if (is_until(before) && !time.value.empty() && time.value_end.empty()) {
      time.open_begin = true;
      std::swap(time.value, time.value_end);
    }
    return time;
  }

  /// The last of its kind that is before it: "1929" of "before 1930".
  static std::string one_earlier(const std::string& value) {
    constexpr std::size_t kYear = 4, kMonth = 7;
    const std::optional<Day> day = parse_iso_day(value.size() == kYear    ? value + "-01-01"
                                                 : value.size() == kMonth ? value + "-01"
                                                                          : value);
    return day ? iso_day(add_days(*day, -1)).substr(0, value.size()) : value;
  }

  static bool is_until(std::string_view word) {
    return word == "until" || word == "till" || word == "before" || word == "by";
  }
};

}  // namespace

std::vector<TimeExpression> find_times(const Document& document, const Sentence& sentence) {
  return TimeReader(document, sentence).read();
}

}  // namespace dossier::extract
