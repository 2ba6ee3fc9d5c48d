// SPDX-License-Identifier: Apache-2.0
// What scholars and makers of books put around a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/lines.h"

namespace dossier::extract {

/// "Figure 1: The ice boat", "Table 2. Days of ice": a caption; or one with "Picture by
/// Ben Oku" behind it.
bool is_caption(std::u32string_view line);

/// Blanks in place of "[1]", "(1)" and raised figures behind words, where a line that begins so has
/// the note. "Article 4(2)" and "m\u00B2" stay.
void blank_note_marks(std::u32string& text);

/// Puts blanks in place of "[edit]" behind headings, as copies of an encyclopedia's pages have it.
/// The places of all else stay.
void blank_edit_links(std::u32string& text);

/// Marks what a text cites, below "References": each line with a year, up to the first without; and
/// what stands before "*** START OF ... ***" and behind "*** END OF ... ***", but for fields such
/// as "Title: ..."; and captions. `marked` has an element for each line.
void mark_apparatus(std::u32string_view text, const std::vector<Line>& lines,
                    std::vector<bool>& marked);

}  // namespace dossier::extract
