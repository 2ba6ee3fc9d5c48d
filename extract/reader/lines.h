// SPDX-License-Identifier: Apache-2.0
// Lines of a text and what their form tells.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// A line that is not blank, without the white space and list marks around it.
struct Line {
  TextSpan span;
  std::uint32_t blanks_before = 0;  ///< blank lines between this line and the one before
  bool listed = false;              ///< a bullet stood before it
};

std::vector<Line> split_lines(std::u32string_view text);

/// Puts blanks in place of the numbers of a text that numbers its lines, as records of courts do:
/// each line, or nearly each, begins with the number behind that of the line before. The places of
/// all else stay.
void blank_line_numbers(std::u32string& text);

inline std::u32string_view text_of(std::u32string_view text, TextSpan span) {
  return text.substr(span.begin, span.size());
}

/// "de-DE1 en-GB1 ru-RU1", "EN | FR | RU": nothing but two or more language codes.
bool is_language_links(std::u32string_view line);

/// Ends as a sentence or a salutation does: stop, question mark, comma, closing quote behind one.
bool ends_like_prose(std::u32string_view line);

/// Every word of some length begins with a capital or a digit.
bool is_capitalised_phrase(std::u32string_view phrase);

/// What stands side by side in a line, parted by a tab or by three blanks and more; at least one.
std::vector<std::u32string_view> columns_of(std::u32string_view line);

bool is_all_upper(std::u32string_view phrase);  ///< has letters, none of them in lower case

}  // namespace dossier::extract
