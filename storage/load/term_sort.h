// SPDX-License-Identifier: Apache-2.0
// Sorting byte strings that share long beginnings. Private to storage/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dossier::storage {

struct SortedString {
  std::uint64_t word;  ///< eight bytes from where the sort is looking, big-endian
  const char* data;
  std::uint32_t size;
  std::uint32_t number;  ///< the caller's
};

/// Sorts by bytes, a shorter string before its continuations. `word` is scratch. Strings of eight
/// bytes at a time: words that are equal are looked at again further on, behind what the whole
/// group has in common (Bentley and Sedgewick's multikey sort, with words for characters).
void sort_strings(std::vector<SortedString>& strings);

}  // namespace dossier::storage
