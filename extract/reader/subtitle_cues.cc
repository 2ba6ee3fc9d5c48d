// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/subtitle_cues.h"

#include <algorithm>
#include <optional>

#include "extract/interruption.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::u32string_view kArrow = U"-->";

/// "00:01:02,500", "01:02.500": hours may be left out in WebVTT.
std::optional<std::int64_t> milliseconds(std::u32string_view text) {
  std::int64_t above = 0, number = 0, thousandths = 0;
  std::size_t digits = 0, colons = 0, decimals = 0;
  for (const char32_t c : text) {
    if (is_digit(c) && decimals > 0) {
      thousandths = thousandths * 10 + (c - U'0');
      if (++decimals > 4) return std::nullopt;
    } else if (is_digit(c)) {
      number = number * 10 + (c - U'0');
      if (++digits > 4) return std::nullopt;
    } else if (c == U':' && digits > 0 && decimals == 0 && ++colons <= 2) {
      above = (above + number) * 60;
      number = 0;
      digits = 0;
    } else if ((c == U',' || c == U'.') && digits > 0 && decimals == 0) {
      decimals = 1;
    } else {
      return std::nullopt;
    }
  }
  if (colons == 0 || decimals != 4) return std::nullopt;
  return (above + number) * 1000 + thousandths;
}

/// "00:00:01.000 --> 00:00:04.000 align:start".
bool read_times(std::u32string_view line, SubtitleCue& cue) {
  const std::size_t arrow = line.find(kArrow);
  if (arrow == std::u32string_view::npos) return false;
  const auto begin = milliseconds(trim(line.substr(0, arrow)));
  const std::u32string_view rest = trim(line.substr(arrow + kArrow.size()));
  const auto end = milliseconds(rest.substr(0, rest.find_first_of(U" \t")));
  if (!begin || !end) return false;
  cue.begin = *begin;
  cue.end = *end;
  return true;
}

}  // namespace

std::vector<SubtitleCue> subtitle_cues(std::u32string_view text) {
  std::vector<SubtitleCue> cues;
  bool in_cue = false;
  for (std::size_t at = 0; at < text.size();) {
    Interruption::look();
    const auto found =
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_line_end);
    const auto end = static_cast<std::size_t>(found - text.begin());
    const std::u32string_view line = trim(text.substr(at, end - at));
    at = end + (text.substr(end, 2) == U"\r\n" ? 2 : 1);
    SubtitleCue cue;
    if (line.empty()) {
      in_cue = false;
    } else if (read_times(line, cue)) {
      // Without a blank line before it, the number of this cue was taken for text.
      const bool numbered =
          in_cue && !cues.back().lines.empty() &&
          std::all_of(cues.back().lines.back().begin(), cues.back().lines.back().end(), is_digit);
      if (numbered) cues.back().lines.pop_back();
      cues.push_back(std::move(cue));
      in_cue = true;
    } else if (in_cue) {
      cues.back().lines.emplace_back(line);
    }
  }
  return cues;
}

}  // namespace dossier::extract
