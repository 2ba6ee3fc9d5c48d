// SPDX-License-Identifier: Apache-2.0
// The checksum blocks carry: 64 bits, made to catch damage, not attackers.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::storage {

/// Four lanes of multiply-and-rotate over 8-byte words; part of the disk format.
std::uint64_t block_checksum(std::string_view bytes, std::uint64_t seed) noexcept;

}  // namespace dossier::storage
