// SPDX-License-Identifier: Apache-2.0
// Subtitles of recordings: SubRip (.srt) and WebVTT (.vtt).
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

bool opens_as_subtitles(std::string_view content);

/// What is said, in paragraphs: a new one where the speaker changes, or after a pause behind a
/// sentence. Speakers are those of WebVTT's voices, or named before a colon; positions are the
/// times at which each cue begins. Left out: marks of style and place, notes, and sounds in
/// brackets. Throws Error(input) for content that is no text or has no cue, and for more than
/// `limits.text`.
SourceText subtitle_text(std::string_view content, const std::string& source_name,
                         const ReadSettings& settings);

}  // namespace dossier::extract
