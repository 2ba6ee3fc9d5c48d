// SPDX-License-Identifier: Apache-2.0
// What stands above a letter's greeting: who writes to whom, and where they live.
#pragma once

#include <string_view>
#include <vector>

#include "extract/reader/lines.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

class Lexicon;

/// Marks the lines of addresses above "Dear ...," in the source's boilerplate. A date and what the
/// letter is about ("Re: ...") are left to be read.
void mark_letter_head(std::u32string_view text, const std::vector<Line>& lines,
                      const Lexicon& lexicon, SourceText& source);

/// "Dear Ms Quint,", "Sir,"
bool is_greeting(std::u32string_view line);

}  // namespace dossier::extract
