// SPDX-License-Identifier: Apache-2.0
// What a format itself marks in the text: its headline, labels of speakers, boilerplate.
#pragma once

#include <string_view>
#include <vector>

#include "extract/reader/header.h"
#include "extract/reader/lines.h"
#include "extract/reader/source_text.h"
#include "extract/reader/speaker_label.h"

namespace dossier::extract {

/// The header of a text whose format tells all of it: nothing is guessed from the lines.
Header stated_header(const std::vector<Line>& lines, const SourceText& source);

/// The labels that the format marks, at the lines that they begin.
std::vector<SpeakerLabel> stated_labels(std::u32string_view text, const std::vector<Line>& lines,
                                        const SourceText& source, const Lexicon& lexicon);

}  // namespace dossier::extract
