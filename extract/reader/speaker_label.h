// SPDX-License-Identifier: Apache-2.0
// Labels that open a speaker's turn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/reader/lines.h"

namespace dossier::extract {

class Lexicon;

/// "Jonas Falk (speaking after Anna Berg):" at the start of a line.
struct SpeakerLabel {
  std::size_t line = 0;
  TextSpan label;                          ///< through the colon
  Turn::Voice voice = Turn::Voice::named;  ///< author: "Answer:", the main speaker
  std::string speaker;                     ///< title and aside removed, capitals undone
  bool staff = false;  ///< "HOST", "CORRESPONDENT": asks or reports, and is no author
};

/// The labels of a text that together make it a transcript, in order; empty when it is none. A lone
/// "Background:" or "Contact:" is not a speaker: names must repeat or stand beside questions.
std::vector<SpeakerLabel> find_speaker_labels(std::u32string_view text,
                                              const std::vector<Line>& lines,
                                              const Lexicon& lexicon);

}  // namespace dossier::extract
