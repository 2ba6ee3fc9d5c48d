// SPDX-License-Identifier: Apache-2.0
// The head of a court's paper: who is against whom, before which judge.
#pragma once

#include <string_view>
#include <vector>

#include "extract/reader/lines.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

class Lexicon;

/// Where two parties stand against each other in the first lines, with their roles or below the
/// name of a court, marks these lines as boilerplate, dates excepted, and states "Oster Barges Ltd
/// v Pell Marine Ltd" as the title and the judge below "Before:" as the author, unless the source
/// states others. What the paper is called outweighs that title if it says more than "Judgment":
/// in capitals below the parties ("INDICTMENT"), or else beside them.
void read_court_caption(std::u32string_view text, const std::vector<Line>& lines,
                        const Lexicon& lexicon, SourceText& source);

}  // namespace dossier::extract
