// SPDX-License-Identifier: Apache-2.0
// What writing a quad costs. Private to engine/update.
#pragma once

#include <cstddef>

#include "dossier/term.h"
#include "engine/runtime/term_bytes.h"

namespace dossier::update {

/// In units of Limits::work().
inline constexpr std::size_t kWriteWork = 512;

/// The memory a transaction takes for a changed quad, its commit included.
inline constexpr std::size_t kQuadBytes = 500;

/// The memory a transaction takes for a term that the store lacks: the term, its row in the batch
/// and in the database's table of new rows.
inline std::size_t new_term_bytes(const Term& term) {
  constexpr std::size_t kRows = 300;
  return kRows + 3 * heap_bytes(term);
}

}  // namespace dossier::update
