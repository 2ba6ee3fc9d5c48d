// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/dateline_end.h"

#include <algorithm>
#include <optional>

#include "extract/reader/lines.h"
#include "extract/reader/written_date.h"
#include "extract/reader/written_place.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

std::size_t dateline_end(std::u32string_view text) {
  const std::size_t limit = std::min(text.size(), kLongestDateline);
  for (std::size_t i = 1; i < limit; ++i) {
    // Some wires write "_" for a dash.
    if (!is_dash(text[i]) && text[i] != U'_') continue;
    const bool spaced_before = is_space(text[i - 1]) || text[i - 1] == U'/';
    std::size_t end = i;
    while (end < text.size() && text[end] == text[i]) ++end;
    // It may have a line of its own.
    const bool spaced_after = end == text.size() || is_space(text[end]);
    if (spaced_after && (spaced_before || text[i] == 0x2014 || end - i > 1)) {
      while (end < text.size() && is_space(text[end])) ++end;
      return end;
    }
  }
  return 0;
}

std::size_t stopped_dateline_end(std::u32string_view text) {
  const std::optional<WrittenDate> date = find_date(text.substr(0, kLongestDateline));
  if (!date || date->end >= text.size() || text[date->end] != U'.') return 0;
  const std::u32string_view place = without_separators(text.substr(0, date->begin));
  if (!is_all_upper(place.substr(0, place.find(U',')))) return 0;
  std::size_t end = date->end + 1;
  while (end < text.size() && is_space(text[end])) ++end;
  return end == date->end + 1 ? 0 : end;
}

std::size_t agency_dateline_end(std::u32string_view text) {
  constexpr std::size_t kLongestAgency = 30;
  constexpr std::u32string_view kAround = U" .-:\u2013\u2014";
  const std::size_t open = text.substr(0, kLongestDateline).find_first_of(U"(/");
  if (open == std::u32string_view::npos || open < 3 ||
      kAround.find(text[open - 1]) == std::u32string_view::npos)
    return 0;
  const std::size_t close = text.find(text[open] == U'(' ? U')' : U'/', open + 1);
  if (close == std::u32string_view::npos || close - open > kLongestAgency ||
      !is_all_upper(text.substr(open + 1, close - open - 1)))
    return 0;
  std::size_t end = close + 1;
  while (end < text.size() && kAround.find(text[end]) != std::u32string_view::npos) ++end;
  const bool marked = end > close + 1 && text[close + 1] != U' ';
  const std::u32string_view place = text.substr(0, open);
  return marked && is_all_upper(place.substr(0, place.find(U','))) ? end : 0;
}

}  // namespace dossier::extract
