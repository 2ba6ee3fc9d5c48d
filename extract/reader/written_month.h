// SPDX-License-Identifier: Apache-2.0
// Months without a day, as title pages and newsletters tell them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier::extract {

/// The month that a line tells at its end or beside bars and commas: "June 2017", "Issue 14 | May
/// 2019", "Policy Paper 31, February 2021" -> "2017-06"; of "Spring 2020" the year. None where a
/// line tells a day, a span of months, or goes on behind.
std::optional<std::string> month_of_line(std::u32string_view line);

}  // namespace dossier::extract
