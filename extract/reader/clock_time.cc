// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/clock_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "extract/reader/text_scanner.h"

namespace dossier::extract {
namespace {

class ClockScanner : public TextScanner {
 public:
  ClockScanner(std::u32string_view text, std::size_t at) : TextScanner(text, at) {}

  std::optional<ClockTime> read() {
    skip_time_separator();
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!number(hour, 1, 2) || !take(U':') || !number(minute, 2, 2)) return std::nullopt;
    if (take(U':') && !number(second, 2, 2)) return std::nullopt;
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
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return ClockTime{fmt::format("{:02}:{:02}:{:02}", hour, minute, second), at_};
  }

 private:
  void skip_time_separator() {
    skip_spaces();
    if (peek() == U',' || peek() == U'|' || is_dash(peek()) || peek() == U'T') ++at_;
    skip_spaces();
    const std::size_t begin = at_;
    if (word() != "at") at_ = begin;
    skip_spaces();
  }
};

}  // namespace

std::optional<ClockTime> clock_behind(std::u32string_view text, std::size_t at) {
  return ClockScanner(text, at).read();
}

int ordinal_number(std::string_view word) {
  static constexpr auto kOrdinals = std::to_array<std::string_view>(
      {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
       "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
       "seventeenth", "eighteenth", "nineteenth"});
  const auto found = std::find(kOrdinals.begin(), kOrdinals.end(), word);
  if (found != kOrdinals.end()) return static_cast<int>(found - kOrdinals.begin()) + 1;
  return word == "twentieth" ? 20 : word == "thirtieth" ? 30 : 0;
}

int roman_number(std::u32string_view word) {
  static constexpr std::u32string_view kNumbers[] = {U"I",   U"II",   U"III", U"IV", U"V",  U"VI",
                                                     U"VII", U"VIII", U"IX",  U"X",  U"XI", U"XII"};
  const auto found = std::find(std::begin(kNumbers), std::end(kNumbers), word);
  return found == std::end(kNumbers) ? 0 : static_cast<int>(found - std::begin(kNumbers)) + 1;
}

namespace {

class DayScanner : public TextScanner {
 public:
  DayScanner(std::u32string_view text, std::size_t at) : TextScanner(text, at) {}

  std::optional<DayInWords> read() {
    std::string ordinal = word();
    const int tens = ordinal == "twenty" ? 20 : ordinal == "thirty" ? 30 : 0;
    if (tens > 0) {
      if (!is_dash(peek()) && !is_space(peek())) return std::nullopt;
      ++at_;
      ordinal = word();
    }
    const int units = ordinal_number(ordinal);
    if (units == 0 || (tens > 0 && units > 9)) return std::nullopt;
    const DayInWords day{tens + units, at_};
    skip_spaces();
    return word() == "day" ? std::optional(day) : std::nullopt;
  }
};

}  // namespace

std::optional<DayInWords> day_in_words_at(std::u32string_view text, std::size_t at) {
  return DayScanner(text, at).read();
}

}  // namespace dossier::extract
