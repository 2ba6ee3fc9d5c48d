// SPDX-License-Identifier: Apache-2.0
// The head of a court's paper: who is against whom, before which judge.
#pragma once

#include <string_view>
#include <vector>

#include "extract/reader/lines.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

class Lexicon;

/// Where two parties stand with their roles in the first lines, marks these lines as boilerplate,
/// dates excepted, and states "Oster Barges Ltd v Pell Marine Ltd" as the title and the judge below
/// "Before:" as the author, unless the source states others. A heading that says more than
/// "Judgment" stays, and outweighs the stated title.
void read_court_caption(std::u32string_view text, const std::vector<Line>& lines,
                        const Lexicon& lexicon, SourceText& source);

}  // namespace dossier::extract
