// SPDX-License-Identifier: Apache-2.0
// Counts, finds and checks code points of UTF-8 text, for positions, STRLEN and SUBSTR. Invalid
// input never causes a read out of bounds; a stray byte counts as its bits say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::utf8 {

/// Every byte but the continuation bytes (10xxxxxx) starts a code point.
constexpr bool starts_code_point(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// How many code points `text` has.
constexpr std::size_t length(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char byte : text) count += starts_code_point(byte) ? 1 : 0;
  return count;
}

/// The byte where code point number `index` (from 0) starts; the size of `text` when it has fewer.
constexpr std::size_t byte_offset(std::string_view text, std::size_t index) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (starts_code_point(text[i]) && index-- == 0) return i;
  }
  return text.size();
}

/// Appends `code_point` (below 0x110000) as UTF-8.
void append(std::string& out, char32_t code_point);

/// True when `text` is well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_valid(std::string_view text) noexcept;

}  // namespace dossier::utf8
