// SPDX-License-Identifier: Apache-2.0
// UTF-8 read one code point at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dossier::repl {

/// What next_code_point() gives for a byte that belongs to no well-formed sequence.
inline constexpr std::int32_t kBrokenByte = -1;

/// The code point at `at`, which moves behind it; a broken byte is stepped over alone. `at` is
/// inside `text`.
std::int32_t next_code_point(std::string_view text, std::size_t& at);

}  // namespace dossier::repl
