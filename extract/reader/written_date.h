// SPDX-License-Identifier: Apache-2.0
// Full dates as headers write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extract/text/calendar.h"

namespace dossier::extract {

/// A day written out in a text, with the time of day when one follows, even without a space.
struct WrittenDate {
  std::size_t begin = 0;  ///< code points into the text searched, a weekday before included
  std::size_t end = 0;
  Day day;
  std::optional<std::string> time;  ///< "19:00:00"
};

/// The first full date of `text`: "20 November 2020", "Nov. 20th, 2020", "2020-11-20",
/// "20.11.2020", "11/20/2020" (day first where both readings are possible).
std::optional<WrittenDate> find_date(std::u32string_view text);

/// As find_date(), but the last one.
std::optional<WrittenDate> find_last_date(std::u32string_view text);

}  // namespace dossier::extract
