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

std::string one_line(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; })) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    const UChar32 c = next_code_point(text, at);
    if (c == '\r' && at < size && text[static_cast<std::size_t>(at)] == '\n') continue;
    if (c == '\n' || c == '\r') {
      out += "↵";
    } else if (c == '\t') {
      out += ' ';
    } else if (c < 0 || u_charType(c) == U_CONTROL_CHAR ||
               u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL)) {
      out += "�";
    } else {
      out += text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    }
  }
  return out;
}

}  // namespace dossier
