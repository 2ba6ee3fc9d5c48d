// SPDX-License-Identifier: Apache-2.0
// What a term takes in memory, for those who count it.
#pragma once

#include <cstddef>

#include "dossier/term.h"

namespace dossier {

/// What a block of memory takes beside its content.
inline constexpr std::size_t kBlockBytes = 24;

/// The memory of a text outside of the string itself.
std::size_t text_bytes(std::size_t capacity) noexcept;

/// The memory of a term outside of the term itself.
std::size_t heap_bytes(const Term& term) noexcept;

}  // namespace dossier
