// SPDX-License-Identifier: Apache-2.0
// Who has most likely written a text, where no line above it tells so in a form of its own.
#pragma once

#include <string_view>
#include <vector>

#include "extract/reader/header.h"
#include "extract/reader/lines.h"

namespace dossier::extract {

class Lexicon;

/// Weighs the names in the lines around a headline by what speaks for each: "by" before it, a given
/// name that is known, an office or a day beside it, how near it stands to the headline, and
/// whether the text speaks of the same person. Sets HeaderFacts::likely_author; to nobody where no
/// name has enough of these, or two have as much.
void find_likely_author(std::u32string_view text, const std::vector<Line>& lines,
                        const Lexicon& lexicon, Header& header);

}  // namespace dossier::extract
