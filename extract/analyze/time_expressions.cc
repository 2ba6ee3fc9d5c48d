// Each form of expression is a function that tries to read it at a token; the first that can wins,
// longer forms before shorter ones.
#include "extract/analyze/time_expressions.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/analyze/number_words.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// An expression read: the token behind it and its values.
struct Reading {
  std::uint32_t end = 0;
  std::string value;
  std::string value_end;
};

class TimeReader {
 public:
  TimeReader(const Document& document, const Sentence& sentence)
      : document_(document), sentence_(sentence) {
    if (document.date) today_ = parse_iso_day(*document.date);
    for (const Token& token : sentence.tokens)
      words_.push_back(to_lower(std::string_view(token.text)));
  }

  std::vector<TimeExpression> read() {
    std::vector<TimeExpression> times;
    for (std::uint32_t at = 0; at < words_.size();) {
      const std::optional<Reading> reading = read_at(at);
      if (!reading) {
        ++at;
        continue;
      }
      times.push_back(expression(at, *reading));
      at = reading->end;
    }
    return times;
  }

 private:
  const std::string& word(std::uint32_t i) const {
    static const std::string kNone;
    return i < words_.size() ? words_[i] : kNone;
  }
  bool is_capital(std::uint32_t i) const {
    const std::u32string letters = to_code_points(sentence_.tokens[i].text);
    return !letters.empty() && is_upper(letters[0]);
  }

  std::optional<Reading> read_at(std::uint32_t at) const {
    for (auto form :
         {&TimeReader::iso_date, &TimeReader::month_first, &TimeReader::day_first,
          &TimeReader::year_range, &TimeReader::year, &TimeReader::decade, &TimeReader::part_of,
          &TimeReader::near_day, &TimeReader::ago, &TimeReader::relative_unit,
          &TimeReader::past_span, &TimeReader::weekday, &TimeReader::century}) {
      if (std::optional<Reading> reading = (this->*form)(at)) return with_range(at, *reading);
    }
    return std::nullopt;
  }

  /// "from November 9 to 12 December", "between 2018 and 2020".
  Reading with_range(std::uint32_t at, Reading first) const {
    if (!first.value_end.empty() || first.value.empty()) return first;
    const std::string& link = word(first.end);
    const std::string& before = at > 0 ? word(at - 1) : word(words_.size32());
    const bool to = (link == "to" || link == "until" || link == "through" || link == "till") &&
                    before == "from";
    const bool dash = is_dash_token(first.end);
    const bool and_ = link == "and" && before == "between";
    if (!to && !dash && !and_) return first;
    for (auto form : {&TimeReader::iso_date, &TimeReader::month_first, &TimeReader::day_first,
                      &TimeReader::bare_year}) {
      const std::optional<Reading> second = (this->*form)(first.end + 1);
      if (!second || second->value.empty()) continue;
      return {second->end, first.value, second->value};
    }
    return first;
  }

  TimeExpression expression(std::uint32_t begin, const Reading& reading) const {
    TimeExpression time;
    time.tokens = {begin, reading.end};
    time.span = {sentence_.tokens[begin].span.begin, sentence_.tokens[reading.end - 1].span.end};
    time.text = single_line(document_, time.span);
    time.value = reading.value;
    time.value_end = reading.value_end;
    const std::string before = begin > 0 ? word(begin - 1) : std::string();
    if (before == "since" && !time.value.empty()) {
      time.open_end = true;
      time.value_end.clear();
    }
    if (is_until(before) && !time.value.empty() && time.value_end.empty()) {
      time.open_begin = true;
      std::swap(time.value, time.value_end);
    }
    return time;
  }

  static bool is_until(std::string_view word) {
    return word == "until" || word == "till" || word == "before" || word == "by";
  }

  bool is_dash_token(std::uint32_t i) const {
    const std::string& text = word(i);
    return text == "-" || text == "\u2013" || text == "\u2014";
  }

  static std::optional<int> to_int(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most) return std::nullopt;
    int value = 0;
    for (const char c : text) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  std::optional<int> year_at(std::uint32_t i) const {
    const std::optional<int> year = to_int(word(i), 4, 4);
    return year && *year >= 1000 && *year <= 2199 ? year : std::nullopt;
  }

  std::optional<int> day_at(std::uint32_t i) const {
    std::string_view text = word(i);
    for (std::string_view suffix : {"st", "nd", "rd", "th"}) {
      if (text.size() > 2 && text.ends_with(suffix)) text.remove_suffix(2);
    }
    const std::optional<int> day = to_int(text, 1, 2);
    return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
  }

  int month_at(std::uint32_t i) const {
    if (i >= words_.size() || !is_capital(i)) return 0;
    std::string_view text = word(i);
    if (text.ends_with('.')) text.remove_suffix(1);
    return month_number(text);
  }

  /// Reads ", 2020", "2020", "of 2020" or "this year" behind a day or month.
  std::optional<int> year_after(std::uint32_t& at) const {
    const std::uint32_t behind = word(at) == "," || word(at) == "of" ? at + 1 : at;
    if (const std::optional<int> year = year_at(behind)) {
      at = behind + 1;
      return year;
    }
    if (today_ && word(at + 1) == "year") {
      const int shift = word(at) == "this"   ? 0
                        : word(at) == "last" ? -1
                        : word(at) == "next" ? 1
                                             : 9;
      if (shift != 9) {
        at += 2;
        return today_->year + shift;
      }
    }
    return std::nullopt;
  }

  /// The year that brings a day without one nearest to the document's date.
  std::optional<int> nearest_year(int month, int day) const {
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

  static std::string day_value(std::optional<int> year, int month, int day) {
    const Day date{year.value_or(0), month, day};
    return year && is_valid(date) ? iso_day(date) : std::string();
  }

  std::optional<Reading> iso_date(std::uint32_t at) const {
    const std::optional<int> year = year_at(at);
    if (!year || word(at + 1) != "-" || word(at + 3) != "-") return std::nullopt;
    const std::optional<int> month = to_int(word(at + 2), 2, 2);
    const std::optional<int> day = to_int(word(at + 4), 2, 2);
    if (!month || !day || !is_valid({*year, *month, *day})) return std::nullopt;
    return Reading{at + 5, iso_day({*year, *month, *day}), {}};
  }

  /// "November 9", "November 11-12, 2020", "November 2020", "November".
  std::optional<Reading> month_first(std::uint32_t at) const {
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
      if (!year) year = nearest_year(month, *day);
      return Reading{end, day_value(year, month, *day), last ? day_value(year, month, *last) : ""};
    }
    return month_alone(at, month);
  }

  std::optional<Reading> month_alone(std::uint32_t at, int month) const {
    std::uint32_t end = at + 1;
    std::optional<int> year = year_after(end);
    // "May" and "March" are words too: alone they need "in" or the like before them.
    const std::string before = at > 0 ? word(at - 1) : std::string();
    const bool introduced = before == "in" || before == "since" || before == "until" ||
                            before == "by" || before == "early" || before == "late" ||
                            before == "last" || before == "this" || before == "of" ||
                            before == "during" || before == "from" || before == "next";
    const bool word_too = word(at) == "may" || word(at) == "march";
    if (!year && word_too && !introduced) return std::nullopt;
    if (!year) year = nearest_year(month, 15);
    if (before == "last" && today_ && year &&
        iso_month(*year, month) >= iso_month(today_->year, today_->month)) {
      --*year;
    }
    return Reading{end, year ? iso_month(*year, month) : std::string(), {}};
  }

  /// "9 November 2020", "11-12 November", "the 9th of November".
  std::optional<Reading> day_first(std::uint32_t at) const {
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
    if (!year) year = nearest_year(month, *day);
    return Reading{end, day_value(year, month, *day), last ? day_value(year, month, *last) : ""};
  }

  /// "2020-2021", "1992–1994", "2020/21".
  std::optional<Reading> year_range(std::uint32_t at) const {
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

  std::optional<Reading> bare_year(std::uint32_t at) const {
    const std::optional<int> year = year_at(at);
    return year ? std::optional<Reading>({at + 1, iso_year(*year), {}}) : std::nullopt;
  }

  /// A year where a year can stand: behind a preposition, in brackets; not before what it counts.
  std::optional<Reading> year(std::uint32_t at) const {
    const std::optional<int> year = year_at(at);
    if (!year || at == 0) return std::nullopt;
    static constexpr auto kBefore = std::to_array<std::string_view>(
        {"in",     "since",   "until",   "till", "by",    "from",  "during", "of",
         "before", "after",   "year",    "(",    "early", "late",  "mid",    "around",
         "and",    "between", "through", "to",   "for",   "circa", "born"});
    const std::string& before = word(at - 1);
    if (std::find(kBefore.begin(), kBefore.end(), before) == kBefore.end()) return std::nullopt;
    const bool weak = before == "of" || before == "and" || before == "to" || before == "for" ||
                      before == "from" || before == "after" || before == "around";
    if (at + 1 < words_.size() && sentence_.tokens[at + 1].xpos == "NNS") return std::nullopt;
    if (weak && (*year < 1500 || *year > 2100)) return std::nullopt;
    return Reading{at + 1, iso_year(*year), {}};
  }

  /// "the 1990s", "the mid-1990s", "the late 1980s".
  std::optional<Reading> decade(std::uint32_t at) const {
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

  static std::pair<int, int> part_of_ten(std::string_view part, int first) {
    if (part == "early") return {first, first + 3};
    if (part == "mid") return {first + 4, first + 6};
    if (part == "late") return {first + 7, first + 9};
    return {first, first + 9};
  }

  /// "early October", "mid-December", "the end of 2020", "the summer of 2019".
  std::optional<Reading> part_of(std::uint32_t at) const {
    if (word(at) == "early" || word(at) == "late" || word(at) == "mid") {
      const std::uint32_t next = is_dash_token(at + 1) ? at + 2 : at + 1;
      return month_at(next) > 0 ? month_alone(next, month_at(next)) : bare_year(next);
    }
    if (word(at).starts_with("mid-")) {
      const int month = month_number(std::string_view(word(at)).substr(4));
      return month > 0 ? month_alone(at, month) : std::nullopt;
    }
    const std::uint32_t noun = word(at) == "the" ? at + 1 : at;
    if (const std::optional<Reading> quarter = part_of_year(noun)) return quarter;
    const bool edge = word(noun) == "end" || word(noun) == "beginning" || word(noun) == "start" ||
                      word(noun) == "middle";
    if (!edge || word(noun + 1) != "of") return std::nullopt;
    for (auto form : {&TimeReader::month_first, &TimeReader::bare_year, &TimeReader::relative_unit,
                      &TimeReader::decade}) {
      if (std::optional<Reading> reading = (this->*form)(noun + 2)) return reading;
    }
    if (today_ && word(noun + 2) == "the" && word(noun + 3) == "year") {
      return Reading{noun + 4, iso_year(today_->year), {}};
    }
    return std::nullopt;
  }

  /// Seasons, quarters and halves, as their months.
  std::optional<Reading> part_of_year(std::uint32_t at) const {
    static constexpr std::array<std::pair<std::string_view, std::pair<int, int>>, 4> kSeasons = {
        {{"spring", {3, 5}}, {"summer", {6, 8}}, {"autumn", {9, 11}}, {"fall", {9, 11}}}};
    for (const auto& [name, months] : kSeasons) {
      if (word(at) == name) return months_of_year(at + 1, months);
    }
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

  std::optional<Reading> months_of_year(std::uint32_t at, std::pair<int, int> months) const {
    const std::optional<int> year = year_after(at);
    if (!year) return std::nullopt;
    return Reading{at, iso_month(*year, months.first), iso_month(*year, months.second)};
  }

  Reading day_from_today(std::uint32_t end, std::int64_t shift) const {
    return {end, today_ ? iso_day(add_days(*today_, shift)) : std::string(), {}};
  }

  /// "yesterday", "today", "this morning", "the other day".
  std::optional<Reading> near_day(std::uint32_t at) const {
    const std::string& first = word(at);
    if (first == "today" || first == "tonight") return day_from_today(at + 1, 0);
    if (first == "yesterday") return day_from_today(at + 1, -1);
    if (first == "tomorrow") return day_from_today(at + 1, 1);
    const std::string& second = word(at + 1);
    const bool part = second == "morning" || second == "afternoon" || second == "evening";
    if (first == "this" && part) return day_from_today(at + 2, 0);
    if (first == "last" && second == "night") return day_from_today(at + 2, -1);
    if (first == "the" && second == "other" && word(at + 2) == "day")
      return Reading{at + 3, {}, {}};
    if (first == "the" && second == "day" && word(at + 2) == "before" &&
        word(at + 3) == "yesterday") {
      return day_from_today(at + 4, -2);
    }
    return std::nullopt;
  }

  static bool is_unit(std::string_view word) {
    return word == "day" || word == "week" || word == "month" || word == "year" ||
           word == "decade" || word == "hour" || word == "minute" || word == "days" ||
           word == "weeks" || word == "months" || word == "years" || word == "decades" ||
           word == "hours" || word == "minutes";
  }

  /// The day or period `count` units away from the document's date.
  std::string shifted(std::string_view unit, int count) const {
    if (!today_) return {};
    if (unit.starts_with("day")) return iso_day(add_days(*today_, count));
    if (unit.starts_with("week")) return iso_day(add_days(*today_, std::int64_t{7} * count));
    if (unit.starts_with("month")) {
      const Day day = add_months(*today_, count);
      return iso_month(day.year, day.month);
    }
    if (unit.starts_with("year")) return iso_year(today_->year + count);
    if (unit.starts_with("decade")) return iso_year(today_->year + 10 * count);
    return {};
  }

  /// "two weeks ago", "several days ago", "a week later".
  std::optional<Reading> ago(std::uint32_t at) const {
    std::uint32_t unit = at + 1;
    std::optional<int> count;
    const WrittenNumber number = number_at(sentence_.tokens, at);
    if (number.end > at && number.value.size() <= 4 &&
        number.value.find('.') == std::string::npos) {
      count = std::atoi(number.value.c_str());
      unit = number.end;
    } else if (word(at) == "a" || word(at) == "an") {
      count = 1;
      if (word(unit) == "few") {
        count.reset();
        ++unit;
      }
    } else if (word(at) != "several" && word(at) != "some" && word(at) != "many") {
      return std::nullopt;
    }
    if (!is_unit(word(unit)) && word(unit) != "time") return std::nullopt;
    const std::string& direction = word(unit + 1);
    if (direction == "ago") {
      return Reading{unit + 2, count ? shifted(word(unit), -*count) : std::string(), {}};
    }
    if (direction == "later" || direction == "earlier") return Reading{unit + 2, {}, {}};
    return std::nullopt;
  }

  /// "last year", "this week", "next month", "this coronavirus year" (read as this year).
  std::optional<Reading> relative_unit(std::uint32_t at) const {
    std::uint32_t first = at;
    if (word(first) == "the" || word(first) == "this") {
      if (word(first + 1) == "past" || word(first + 1) == "coming" ||
          word(first + 1) == "current" || word(first + 1) == "previous" ||
          word(first + 1) == "next") {
        ++first;
      }
    }
    const std::optional<int> shift = shift_of(word(first));
    const std::string& unit = word(first + 1);
    if (!shift || unit.ends_with('s')) return std::nullopt;
    if (unit == "week") return whole_week(first, *shift);
    if (unit == "month" || unit == "year") return Reading{first + 2, shifted(unit, *shift), {}};
    if (unit == "decade" || unit == "century") return Reading{first + 2, {}, {}};
    if (word(first) == "this" && word(first + 2) == "year" && is_noun(first + 1)) {
      return Reading{first + 3, shifted("year", 0), {}};
    }
    return std::nullopt;
  }

  bool is_noun(std::uint32_t i) const { return sentence_.tokens[i].xpos.starts_with("NN"); }

  static std::optional<int> shift_of(std::string_view word) {
    if (word == "this" || word == "current") return 0;
    if (word == "last" || word == "past" || word == "previous") return -1;
    if (word == "next" || word == "coming") return 1;
    return std::nullopt;
  }

  Reading whole_week(std::uint32_t first, int shift) const {
    if (!today_) return {first + 2, {}, {}};
    if (word(first) == "past") {
      return {first + 2, iso_day(add_days(*today_, -7)), iso_day(*today_)};
    }
    const Day monday = add_days(*today_, 1 - weekday_of(*today_) + std::int64_t{7} * shift);
    return {first + 2, iso_day(monday), iso_day(add_days(monday, 6))};
  }

  /// "the past ten days", "the last two years", "the past few years".
  std::optional<Reading> past_span(std::uint32_t at) const {
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
    const std::string edge =
        shifted(word(unit), std::atoi(number.value.c_str()) * (ahead ? 1 : -1));
    if (edge.empty()) return Reading{unit + 1, {}, {}};
    const std::string now = iso_day(*today_).substr(0, edge.size());
    return ahead ? Reading{unit + 1, now, edge} : Reading{unit + 1, edge, now};
  }

  /// "Monday", "last Friday"; plain ones look back, or ahead where the sentence says "will".
  std::optional<Reading> weekday(std::uint32_t at) const {
    std::uint32_t name = at;
    const bool shifted = word(at) == "last" || word(at) == "next" || word(at) == "this";
    if (shifted) ++name;
    if (name >= words_.size() || !is_capital(name) || word(name).size() < 6) return std::nullopt;
    const int wanted = weekday_number(word(name));
    if (wanted == 0) return std::nullopt;
    if (!today_) return Reading{name + 1, {}, {}};
    const int back = (weekday_of(*today_) - wanted + 7) % 7;
    const bool ahead = word(at) == "next" || (word(at) != "last" && tells_future());
    if (ahead) return day_from_today(name + 1, back == 0 && word(at) != "next" ? 0 : 7 - back);
    return day_from_today(name + 1, back == 0 && word(at) == "last" ? -7 : -back);
  }

  bool tells_future() const {
    return std::any_of(words_.begin(), words_.end(), [](const std::string& w) {
      return w == "will" || w == "'ll" || w == "\u2019ll";
    });
  }

  /// "the 21st century".
  std::optional<Reading> century(std::uint32_t at) const {
    const std::uint32_t ordinal = word(at) == "the" ? at + 1 : at;
    std::string_view text = word(ordinal);
    if (text.size() < 3 || word(ordinal + 1) != "century") return std::nullopt;
    const std::optional<int> number = to_int(text.substr(0, text.size() - 2), 1, 2);
    if (!number || *number < 10) return std::nullopt;
    return Reading{ordinal + 2, iso_year(*number * 100 - 99), iso_year(*number * 100)};
  }

  /// std::vector with sizes as tokens are counted.
  struct Words : std::vector<std::string> {
    std::uint32_t size32() const { return static_cast<std::uint32_t>(size()); }
  };

  const Document& document_;
  const Sentence& sentence_;
  std::optional<Day> today_;
  Words words_;
};

}  // namespace

std::vector<TimeExpression> find_times(const Document& document, const Sentence& sentence) {
  return TimeReader(document, sentence).read();
}

}  // namespace dossier::extract
