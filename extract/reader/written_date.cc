// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/written_date.h"

#include <fmt/format.h>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Reads one date from a given place; every step returns false when the text does not fit.
/// Years of two digits below it are of this century.
constexpr int kCentury = 50;

class DateScanner {
 public:
  DateScanner(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<WrittenDate> read() {
    const std::size_t begin = at_;
    skip_weekday();
    const std::size_t start = at_;
    for (auto form : {&DateScanner::iso, &DateScanner::day_month_year, &DateScanner::month_day_year,
                      &DateScanner::numeric, &DateScanner::cable, &DateScanner::program}) {
      at_ = start;
      day_ = {};
      order_ = Order::day_first;
      if (!(this->*form)() || !is_valid(day_) || day_.year < 1000) continue;
      WrittenDate date{begin, at_, day_, std::nullopt, order_};
      if (read_time(date)) date.end = at_;
      return date;
    }
    return std::nullopt;
  }

 private:
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  bool take(char32_t c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  bool number(int& out, int min_digits, int max_digits) {
    int digits = 0;
    out = 0;
    while (digits < max_digits && is_digit(peek())) {
      out = out * 10 + static_cast<int>(peek() - U'0');
      ++at_;
      ++digits;
    }
    return digits >= min_digits;
  }

  std::string word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    return to_lower(to_utf8(text_.substr(begin, at_ - begin)));
  }

  bool month() {
    day_.month = month_number(word());
    take(U'.');
    return day_.month > 0;
  }

  void skip_weekday() {
    const std::size_t begin = at_;
    if (weekday_number(word()) == 0) {
      at_ = begin;
      return;
    }
    take(U'.');
    take(U',');
    skip_spaces();
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
    if (!day_number()) return false;
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
    return number(day_.year, 4, 4);
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
    return (comma || at_ > before) && number(day_.year, 4, 4);
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

  bool numeric() {
    int first = 0;
    int second = 0;
    if (!number(first, 1, 2)) return false;
    const char32_t separator = peek();
    if (separator != U'.' && separator != U'/' && separator != U'-') return false;
    ++at_;
    if (!number(second, 1, 2) || !take(separator) || !number(day_.year, 4, 4)) return false;
    order_ = second > 12 ? Order::month_first : first > 12 ? Order::day_first : Order::either;
    day_.day = second > 12 ? second : first;
    day_.month = second > 12 ? first : second;
    return true;
  }

  void skip_time_separator() {
    skip_spaces();
    if (peek() == U',' || peek() == U'|' || is_dash(peek()) || peek() == U'T') ++at_;
    skip_spaces();
    const std::size_t begin = at_;
    if (word() != "at") at_ = begin;
    skip_spaces();
  }

  bool read_time(WrittenDate& date) {
    skip_time_separator();
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!number(hour, 1, 2) || !take(U':') || !number(minute, 2, 2)) return false;
    if (take(U':') && !number(second, 2, 2)) return false;
    const std::size_t after = at_;
    skip_spaces();
    std::string half;
    while (is_letter(peek()) || peek() == U'.') {
      if (is_letter(peek())) half += to_lower(to_utf8(text_.substr(at_, 1)));
      ++at_;
    }
    if (half == "pm" && hour < 12) hour += 12;
    if (half == "am" && hour == 12) hour = 0;
    if (half != "am" && half != "pm" && half != "z" && half != "gmt" && half != "utc") at_ = after;
    if (hour > 23 || minute > 59 || second > 59) return false;
    date.time = fmt::format("{:02}:{:02}:{:02}", hour, minute, second);
    return true;
  }

  using Order = WrittenDate::Order;

  std::u32string_view text_;
  std::size_t at_;
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

}  // namespace dossier::extract
