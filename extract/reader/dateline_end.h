// SPDX-License-Identifier: Apache-2.0
// Where a dateline ends that opens a paragraph; 0 where none does.
#pragma once

#include <cstddef>
#include <string_view>

namespace dossier::extract {

constexpr std::size_t kLongestDateline = 80;  ///< characters

/// The first dash that ends a dateline: long ones, or a hyphen between spaces.
std::size_t dateline_end(std::u32string_view text);

/// Behind the stop of "BERGEN, March 9, 2021. ": a place in capitals and a full date.
std::size_t stopped_dateline_end(std::u32string_view text);

/// Behind "YALTA, August 3. /VESTA/. " or "MUNICH--(WIRE)--": a place in capitals, and an agency
/// between marks.
std::size_t agency_dateline_end(std::u32string_view text);

}  // namespace dossier::extract
