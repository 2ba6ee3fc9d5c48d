// SPDX-License-Identifier: Apache-2.0
// Places and dates as datelines and headlines combine them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extract/reader/written_date.h"
#include "extract/reader/written_place.h"

namespace dossier::extract {

class Lexicon;

/// The day of a line that tells when something appeared: of "Updated: 2 May 2016 | Created: 1 May
/// 2016" the last.
std::optional<WrittenDate> date_told(std::u32string_view line);

/// "Deadline:", "For the year ended": words before another day than that of the document.
bool tells_other_day(std::u32string_view before);

/// "March 2, 1934 - July 21, 2021": a life, or the time of an office.
bool tells_span_of_years(std::u32string_view line);

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

/// "March 11, 2022 | Statements and Releases": the one part between bars or dots that is a date,
/// if the others are short.
std::optional<WrittenDate> date_beside_section(std::u32string_view line, const Lexicon& lexicon);

}  // namespace dossier::extract
