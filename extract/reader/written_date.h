// SPDX-License-Identifier: Apache-2.0
// Full dates as headers write them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/text/calendar.h"

namespace dossier::extract {

/// A day written out in a text, with the time of day when one follows, even without a space.
struct WrittenDate {
  /// Of day and month; "03/04/2021" may be both.
  enum class Order : std::uint8_t { day_first, month_first, either, year_first };

  std::size_t begin = 0;  ///< code points into the text searched, a weekday before included
  std::size_t end = 0;
  Day day;
  std::optional<std::string> time;  ///< "19:00:00"
  Order order = Order::day_first;
};

/// The first full date of `text`: "20 November 2020", "Nov. 20th, 2020", "2020-11-20",
/// "20.11.2020", "11/20/2020" (day first where both readings are possible).
std::optional<WrittenDate> find_date(std::u32string_view text);

/// A field that is nothing but a day with a year of two digits, "5/3/24", and perhaps a time. In
/// running text such figures may be anything.
std::optional<WrittenDate> short_date(std::u32string_view field);

/// As find_date(), but the last one.
std::optional<WrittenDate> find_last_date(std::u32string_view text);

/// Whether a text writes the month before the day wherever it shows which comes first: in figures
/// ("09/23/2003"), or where no figures show it, in words ("March 5, 2020"). Looks at the beginning
/// of long texts.
bool writes_month_first(std::u32string_view text);

}  // namespace dossier::extract
