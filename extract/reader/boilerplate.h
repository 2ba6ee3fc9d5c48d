// SPDX-License-Identifier: Apache-2.0
// Lines that a web page, a newspaper's site or an office puts around a text: buttons, notices about
// cookies, credits of pictures, headlines of other texts.
#pragma once

#include <string_view>
#include <vector>

#include "extract/reader/lines.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// "Skip to main content", "Share on: Facebook | Twitter", "Photo: A. Brandt", "ENDS".
bool is_boilerplate_line(std::u32string_view line);
/// "More from this region": a few words above headlines of other texts.
bool heads_related(std::u32string_view line);

/// Adds the lines of a text that are boilerplate to SourceText::boilerplate, which stays in order;
/// not the headline, not rows of tables.
void mark_boilerplate(std::u32string_view text, const std::vector<Line>& lines, SourceText& source);

}  // namespace dossier::extract
