// SPDX-License-Identifier: Apache-2.0
#include "storage/block/checksum.h"

#include <array>
#include <bit>
#include <cstring>

#include "storage/bytes.h"

namespace dossier::storage {
namespace {

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
constexpr std::array<std::uint64_t, 4> kLaneSeeds{0xD6E8FEB86659FD93ULL, 0xA0761D6478BD642FULL,
                                                  0xE7037ED1A0B428DBULL, 0x8EBC6AF09C88C6E3ULL};

// Odd multiplication and rotation are bijections: a change of one word always changes its lane.
std::uint64_t mix(std::uint64_t lane, std::uint64_t word) noexcept {
  return std::rotl((lane ^ word) * kMultiplier, 29);
}

}  // namespace

std::uint64_t block_checksum(std::string_view bytes, std::uint64_t seed) noexcept {
  std::array<std::uint64_t, 4> lanes = kLaneSeeds;
  for (auto& lane : lanes) lane ^= seed;
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 32; left -= 32, at += 32) {
    for (std::size_t i = 0; i < 4; ++i) {
      lanes[i] = mix(lanes[i], read_little_endian<std::uint64_t>(at + 8 * i));
    }
  }
  std::size_t lane = 0;
  for (; left >= 8; left -= 8, at += 8) {
    lanes[lane] = mix(lanes[lane], read_little_endian<std::uint64_t>(at));
    ++lane;
  }
  std::uint64_t tail = 0;
  if (left > 0) std::memcpy(&tail, at, left);
  lanes[3] = mix(lanes[3], tail);
  std::uint64_t sum = bytes.size();
  for (const auto value : lanes) {
    sum = mix(sum, value);
    sum ^= sum >> 31;
  }
  return sum;
}

}  // namespace dossier::storage
