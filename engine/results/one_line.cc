// SPDX-License-Identifier: Apache-2.0
#include "engine/results/one_line.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace dossier {
namespace {

/// The code point at `at`, which moves behind it; negative for a byte of no valid sequence.
UChar32 next_code_point(std::string_view text, std::int32_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), c);
  return c;
}

}  // namespace

void one_line(std::string_view text, const std::function<void(std::string_view)>& put) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; })) {
    put(text);
    return;
  }
  std::size_t copied = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const auto begin = static_cast<std::size_t>(at);
    const UChar32 c = next_code_point(text, at);
    std::string_view shown;
    if (c == '\r' && at < size && text[static_cast<std::size_t>(at)] == '\n') {
      shown = "";  // of the two the line feed is shown
    } else if (c == '\n' || c == '\r') {
      shown = "↵";
    } else if (c == '\t') {
      shown = " ";
    } else if (c < 0 || u_charType(c) == U_CONTROL_CHAR ||
               u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL)) {
      shown = "�";
    } else {
      continue;
    }
    put(text.substr(copied, begin - copied));
    put(shown);
    copied = static_cast<std::size_t>(at);
  }
  put(text.substr(copied));
}

std::string one_line(std::string_view text) {
  std::string out;
  one_line(text, [&out](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace dossier
