// SPDX-License-Identifier: Apache-2.0
// The running text: wrapped lines joined, page boilerplate at the end, speaker turns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/reader/lines.h"
#include "extract/reader/speaker_label.h"

namespace dossier::extract {

class Lexicon;

/// Lines that were broken by hand, joined to one line a paragraph.
std::vector<Line> join_wrapped(std::u32string_view text, const std::vector<Line>& lines,
                               const Lexicon& lexicon);

/// The line behind the last one of the running text: short lines without the end of a sentence,
/// links and notices at the foot of a page come after it. Not below `first`, which is running text.
std::size_t end_of_body(std::u32string_view text, const std::vector<Line>& lines,
                        const std::vector<Paragraph::Kind>& kinds, std::size_t first);

/// "Ladies and gentlemen", "As prepared for delivery".
bool opens_as_speech(std::u32string_view text);

/// Whether the text speaks as "I" and "we", as a speech does and a report about one does not.
bool is_first_person(std::u32string_view text);

/// Adds turns and gives the body paragraphs to them. `opening_is_speech`: what stands before the
/// first label is said by the main speaker; else it is nobody's turn.
void assign_turns(const std::vector<SpeakerLabel>& labels, const std::string& main_speaker,
                  bool opening_is_speech, Document& document);

}  // namespace dossier::extract
