// SPDX-License-Identifier: Apache-2.0
// The search for bytes that need an escape, in text where few do.
#pragma once

#include <cstddef>
#include <string_view>

namespace dossier {

/// The place of the first byte from `from` on for which `is_wanted(unsigned char)` is true, or
/// text.size(). Comparisons joined by `|` without branches become vector instructions.
template <typename IsWanted>
std::size_t find_byte(std::string_view text, std::size_t from, IsWanted is_wanted) {
  constexpr std::size_t kBlock = 16;
  for (; from + kBlock <= text.size(); from += kBlock) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < kBlock; ++i)
      any |= static_cast<unsigned char>(is_wanted(static_cast<unsigned char>(text[from + i])));
    if (any != 0) break;
  }
  while (from < text.size() && !is_wanted(static_cast<unsigned char>(text[from]))) ++from;
  return from;
}

}  // namespace dossier
