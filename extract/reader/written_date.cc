// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/written_date.h"

#include "extract/reader/clock_time.h"
#include "extract/reader/text_scanner.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Years of two digits below it are of this century.
constexpr int kCentury = 50;

/// Reads one date from a given place; every step returns false when the text does not fit.
class DateScanner : public TextScanner {
 public:
  DateScanner(std::u32string_view text, std::size_t at, bool short_years = false)
      : TextScanner(text, at), short_years_(short_years) {}

  std::optional<WrittenDate> read() {
    const std::size_t begin = at_;
    skip_weekday();
    const std::size_t start = at_;
    for (auto form : {&DateScanner::iso, &DateScanner::day_month_year, &DateScanner::month_day_year,
                      &DateScanner::numeric, &DateScanner::roman_month, &DateScanner::cable,
                      &DateScanner::program}) {
      at_ = start;
      day_ = {};
      order_ = Order::day_first;
      if (!(this->*form)() || !is_valid(day_) || day_.year < 1000) continue;
      if (order_ == Order::either) heed_weekday();
      WrittenDate date{begin, at_, day_, std::nullopt, order_};
      if (const auto clock = clock_behind(text_, at_)) {
        date.time = clock->time;
        date.end = clock->end;
      }
      return date;
    }
    return std::nullopt;
  }

 private:
  bool month() {
    day_.month = month_number(word());
    take(U'.');
    return day_.month > 0;
  }

  void skip_weekday() {
    const std::size_t begin = at_;
    weekday_ = weekday_number(word());
    if (weekday_ == 0) {
      at_ = begin;
      return;
    }
    take(U'.');
    take(U',');
    skip_spaces();
  }

  bool day_in_words() {
    const auto told = day_in_words_at(text_, at_);
    if (!told) return false;
    day_.day = told->day;
    at_ = told->end;
    return true;
  }

  /// "Tue, 03/05/2024" was a Tuesday in March.
  void heed_weekday() {
    const Day turned{day_.year, day_.day, day_.month};
    const bool month_first = is_valid(turned) && weekday_of(turned) == weekday_;
    if (weekday_ == 0 || month_first == (weekday_of(day_) == weekday_)) return;
    if (month_first) day_ = turned;
    order_ = month_first ? Order::month_first : Order::day_first;
  }

  bool day_number() {
    if (!number(day_.day, 1, 2)) return false;
    const std::size_t begin = at_;
    const std::string suffix = word();
    if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") at_ = begin;
    return true;
  }

  /// "6-7 February": an event begins on the first of its days.
  void skip_last_day() {
    const std::size_t begin = at_;
    int last = 0;
    skip_spaces();
    if (is_dash(peek())) {
      ++at_;
      skip_spaces();
      if (number(last, 1, 2) && last > day_.day) return;
    }
    at_ = begin;
  }

  bool iso() {
    order_ = Order::year_first;
    if (!number(day_.year, 4, 4)) return false;
    const char32_t separator = peek() == U'/' ? U'/' : U'-';
    return take(separator) && number(day_.month, 2, 2) && take(separator) && number(day_.day, 2, 2);
  }

  bool day_month_year() {
    const std::size_t first = at_;
    if (!day_number()) {
      at_ = first;
      if (!day_in_words()) return false;
    }
    skip_last_day();
    skip_spaces();
    std::size_t begin = at_;
    // "4th day of June"
    if (word() != "day") at_ = begin;
    skip_spaces();
    begin = at_;
    if (word() != "of") at_ = begin;
    skip_spaces();
    if (!month()) return false;
    take(U',');
    skip_spaces();
    return number(day_.year, 4, 4) || shortened_year();
  }

  /// "2 November '05"
  bool shortened_year() {
    if (!is_apostrophe(peek())) return false;
    ++at_;
    if (!number(day_.year, 2, 2) || is_digit(peek())) return false;
    day_.year += day_.year < kCentury ? 2000 : 1900;
    return true;
  }

  /// "05.XI.1987"
  bool roman_month() {
    if (!number(day_.day, 1, 2)) return false;
    const char32_t separator = peek();
    if (separator != U'.' && separator != U'/' && separator != U'-' && separator != U' ')
      return false;
    ++at_;
    const std::size_t begin = at_;
    while (is_letter(peek())) ++at_;
    day_.month = roman_number(text_.substr(begin, at_ - begin));
    return day_.month > 0 && take(separator) && number(day_.year, 4, 4);
  }

  /// "140930Z MAR 05": day and time in one number, as cables have them.
  bool cable() {
    int time = 0, year = 0;
    if (!number(time, 6, 6) || !take(U'Z')) return false;
    skip_spaces();
    if (!month()) return false;
    skip_spaces();
    const std::size_t begin = at_;
    if (!number(year, 2, 4) || at_ - begin == 3) return false;
    day_.day = time / 10000;
    day_.year = at_ - begin == 4 ? year : year + (year < kCentury ? 2000 : 1900);
    return time / 100 % 100 < 24 && time % 100 < 60;
  }

  bool month_day_year() {
    order_ = Order::month_first;
    if (!month()) return false;
    skip_spaces();
    if (!day_number()) return false;
    skip_last_day();
    const bool comma = take(U',');
    const std::size_t before = at_;
    skip_spaces();
    const bool parted = comma || at_ > before;
    const std::size_t year = at_;
    if (parted && number(day_.year, 4, 4)) return true;
    at_ = year;
    return parted && shortened_year();
  }

  /// "Jan 11 09:12:45 CET 2006", as programs write it.
  bool program() {
    int time = 0;
    if (!month()) return false;
    skip_spaces();
    if (!number(day_.day, 1, 2)) return false;
    skip_spaces();
    if (!number(time, 2, 2) || !take(U':') || !number(time, 2, 2)) return false;
    if (take(U':') && !number(time, 2, 2)) return false;
    skip_spaces();
    word();
    skip_spaces();
    return number(day_.year, 4, 4);
  }

  bool numeric_year() {
    const std::size_t begin = at_;
    if (number(day_.year, 4, 4)) return true;
    at_ = begin;
    if (!short_years_ || !number(day_.year, 2, 2)) return false;
    day_.year += day_.year < kCentury ? 2000 : 1900;
    return !is_digit(peek());
  }

  bool numeric() {
    int first = 0;
    int second = 0;
    if (!number(first, 1, 2)) return false;
    const char32_t separator = peek();
    if (separator != U'.' && separator != U'/' && separator != U'-') return false;
    ++at_;
    if (!number(second, 1, 2) || !take(separator) || !numeric_year()) return false;
    order_ = second > 12 ? Order::month_first : first > 12 ? Order::day_first : Order::either;
    day_.day = second > 12 ? second : first;
    day_.month = second > 12 ? first : second;
    return true;
  }

  using Order = WrittenDate::Order;

  bool short_years_;
  int weekday_ = 0;  ///< that stands before; 0 for none
  Day day_;
  Order order_ = Order::day_first;
};

bool starts_word(std::u32string_view text, std::size_t at) {
  if (!is_letter(text[at]) && !is_digit(text[at])) return false;
  // "Version 1.2 - 14 February 2014": the 2 is no day.
  if (at > 1 && is_digit(text[at]) && text[at - 1] == U'.' && is_digit(text[at - 2])) return false;
  return at == 0 || (!is_letter(text[at - 1]) && !is_digit(text[at - 1]));
}

}  // namespace

std::optional<WrittenDate> find_date(std::u32string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!starts_word(text, at)) continue;
    if (auto date = DateScanner(text, at).read()) return date;
  }
  return std::nullopt;
}

std::optional<WrittenDate> short_date(std::u32string_view field) {
  if (field.empty() || !is_digit(field.front())) return std::nullopt;
  const auto date = DateScanner(field, 0, true).read();
  return date && date->end == field.size() ? date : std::nullopt;
}

}  // namespace dossier::extract
