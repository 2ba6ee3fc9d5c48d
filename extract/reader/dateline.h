// SPDX-License-Identifier: Apache-2.0
// Places and dates as datelines and headlines combine them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extract/reader/written_date.h"

namespace dossier::extract {

class Lexicon;

/// The place that ends a text standing before a date: "... Anna Berg, Oslo," gives "Oslo",
/// "Washington, DC," gives "Washington"; nothing where no place stands there.
std::optional<std::string> place_before(std::u32string_view head, const Lexicon& lexicon);

/// The day of a line that tells when something appeared: of "Updated: 2 May 2016 | Created: 1 May
/// 2016" the last.
std::optional<WrittenDate> date_told(std::u32string_view line);

struct Dateline {
  std::size_t length = 0;  ///< through the dash and the spaces behind it
  std::optional<std::string> place;
  std::optional<WrittenDate> date;
};

/// "PARIS, 3 May 2021 - ", "GENEVA (Agency) -- " at the start of a paragraph.
std::optional<Dateline> dateline_prefix(std::u32string_view paragraph, const Lexicon& lexicon);

/// A whole line of date, time and perhaps place: "Oslo, March 17, 2021", "Published: 3 May
/// 2021".
std::optional<Dateline> date_line(std::u32string_view line, const Lexicon& lexicon);

}  // namespace dossier::extract
