// SPDX-License-Identifier: Apache-2.0
// Bit-packed arrays: value i starts at bit i * width, least significant bit first, so any single
// value can be read without its neighbours. Widths are 0 to 57, or 64: then one 8-byte load holds
// a whole value. Readers may load up to 8 bytes beyond the last value; blocks end in padding.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

#include "storage/bytes.h"

namespace dossier::storage {

inline constexpr unsigned kWidestPacked = 57;

constexpr bool valid_width(unsigned width) noexcept {
  return width <= kWidestPacked || width == 64;
}

/// The smallest valid width for values up to `largest`.
constexpr unsigned width_for(std::uint64_t largest) noexcept {
  const auto width = static_cast<unsigned>(std::bit_width(largest));
  return width <= kWidestPacked ? width : 64;
}

constexpr std::size_t packed_bytes(std::size_t count, unsigned width) noexcept {
  return (count * width + 7) / 8;
}

constexpr std::uint64_t mask_for(unsigned width) noexcept {
  return width == 64 ? ~0ULL : (1ULL << width) - 1;
}

inline std::uint64_t packed_at(const char* data, std::size_t index, unsigned width) noexcept {
  const std::size_t bit = index * width;
  return (read_little_endian<std::uint64_t>(data + (bit >> 3)) >> (bit & 7)) & mask_for(width);
}

/// out[i] = base + value `first + i`, for `count` values.
void unpack(const char* data, std::size_t first, std::size_t count, unsigned width,
            std::uint64_t base, std::uint64_t* out) noexcept;

/// Appends packed_bytes(count, width) bytes; each value, less `base`, must fit `width`.
void pack(std::string& out, const std::uint64_t* values, std::size_t count, unsigned width,
          std::uint64_t base);

}  // namespace dossier::storage
