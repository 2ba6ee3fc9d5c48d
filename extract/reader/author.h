// SPDX-License-Identifier: Apache-2.0
// Who wrote a document, or says most in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/byline.h"
#include "extract/reader/header.h"
#include "extract/reader/lines.h"
#include "extract/reader/sign_off.h"
#include "extract/reader/source_text.h"
#include "extract/reader/speaker_label.h"

namespace dossier::extract {

/// A ministry or a company, not somebody's name.
bool is_body(const std::string& author);

/// Labels that are surnames get the full name that the lines before the first label have:
/// "Spokesperson Ruth Calder" above "MS. CALDER:".
void complete_from_header(std::vector<SpeakerLabel>& labels, std::u32string_view text,
                          const std::vector<Line>& lines, const Lexicon& lexicon);
/// A surname that stands alone as a label becomes the author's full name.
void complete_from_author(std::vector<SpeakerLabel>& labels, const std::string& author);

/// find_sign_off(), else find_signature(); what it finds becomes boilerplate of the source, with
/// all below it. A mail has lost it by now.
std::optional<SignOff> take_sign_off(std::u32string_view text, const std::vector<Line>& lines,
                                     SourceText& source, const Lexicon& lexicon);

/// Who the title announces, the byline, what the document states, the end of a letter, and the main
/// speaker, in this order; empty: nobody.
std::string author_of(const HeaderFacts& facts, const StatedFacts& stated,
                      const std::string& announced, const std::optional<SignOff>& sign_off,
                      const std::vector<SpeakerLabel>& labels, std::u32string_view text);

}  // namespace dossier::extract
