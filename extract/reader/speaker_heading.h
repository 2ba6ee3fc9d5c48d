// SPDX-License-Identifier: Apache-2.0
// Speakers on lines of their own, above what they say.
#pragma once

#include <string_view>
#include <vector>

#include "extract/reader/speaker_label.h"

namespace dossier::extract {

/// The lines that name speakers, in a text where at least two take turns so; none otherwise.
std::vector<SpeakerLabel> find_speaker_headings(std::u32string_view text,
                                                const std::vector<Line>& lines,
                                                const Lexicon& lexicon);

}  // namespace dossier::extract
