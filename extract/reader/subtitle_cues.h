// SPDX-License-Identifier: Apache-2.0
// The cues of a file of subtitles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

/// What is shown at one time.
struct SubtitleCue {
  std::int64_t begin = 0, end = 0;  ///< milliseconds
  std::vector<std::u32string> lines;
};

/// All of SubRip or WebVTT, in their order. What stands outside of cues is left out.
std::vector<SubtitleCue> subtitle_cues(std::u32string_view text);

}  // namespace dossier::extract
