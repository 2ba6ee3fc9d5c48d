// SPDX-License-Identifier: Apache-2.0
#include "storage/block/bits.h"

#include <algorithm>
#include <cstring>

namespace dossier::storage {

void unpack(const char* data, std::size_t first, std::size_t count, unsigned width,
            std::uint64_t base, std::uint64_t* out) noexcept {
  if (width == 0) {
    std::fill_n(out, count, base);
    return;
  }
  const std::uint64_t mask = mask_for(width);
  std::size_t bit = first * width;
  for (std::size_t i = 0; i < count; ++i, bit += width) {
    out[i] = base + ((read_little_endian<std::uint64_t>(data + (bit >> 3)) >> (bit & 7)) & mask);
  }
}

void pack(std::string& out, const std::uint64_t* values, std::size_t count, unsigned width,
          std::uint64_t base) {
  if (width == 0) return;
  const std::size_t start = out.size();
  const std::size_t size = packed_bytes(count, width);
  out.resize(start + size + 8);  // room for the last 8-byte store
  char* at = out.data() + start;
  std::uint64_t word = 0;
  unsigned filled = 0;  // bits of `word`, always below 64
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t value = values[i] - base;
    word |= value << filled;
    filled += width;
    if (filled < 64) continue;
    std::memcpy(at, &word, sizeof word);
    at += sizeof word;
    filled -= 64;
    word = filled == 0 ? 0 : value >> (width - filled);
  }
  std::memcpy(at, &word, sizeof word);
  out.resize(start + size);
}

}  // namespace dossier::storage
