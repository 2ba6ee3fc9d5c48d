// SPDX-License-Identifier: Apache-2.0
// Writes columns and codes in mini-blocks of packed bits. Private to storage/.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "storage/block/column.h"

namespace dossier::storage {

/// The body of the encoding "packed" of `values`, of which there is at least one.
std::string encode_packed(std::span<const std::uint64_t> values, Widths widths);
/// Small numbers, at least one: mini-blocks with a base and a width each.
void append_codes(std::span<const std::uint64_t> codes, Widths widths, std::string& out);

}  // namespace dossier::storage
