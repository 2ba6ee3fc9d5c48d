// SPDX-License-Identifier: Apache-2.0
// The widths of a column's mini-blocks. Private to storage/.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dossier::storage {

/// Blocks are compressed as whole bytes, which finds what repeats only where values begin at a
/// byte. `widths` are the least that the mini-blocks of `codes` need; they become whole bytes, or
/// parts of one that fill it, where a sample of the column says that it is smaller then.
void align_where_smaller(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> bases,
                         std::vector<unsigned>& widths);

}  // namespace dossier::storage
