// SPDX-License-Identifier: Apache-2.0
// From terms numbered per chunk to ids of the store. Private to storage/.
#pragma once

#include "storage/load/context.h"
#include "storage/load/term_rows.h"

namespace dossier::storage {

/// Merges the chunks' terms in key order; those the store lacks get ids in that order, and rows.
/// Fills term_numbers of the chunks, which forget their terms.
void merge_terms(LoadContext& context, TermRows& rows);

/// The same for triple terms, level by level, as their keys are the ids of their parts. Fills
/// triple_numbers of the chunks.
void merge_triples(LoadContext& context);

/// Numbers of inline ids, ascending: where one stands is told by its place among them. Returns the
/// ids; the first has number `first`.
struct InlinedNumbers {
  std::vector<std::uint64_t> ids;
  std::uint32_t first = 0;

  std::uint32_t operator()(std::uint64_t id) const {
    const auto at = std::lower_bound(ids.begin(), ids.end(), id);
    return first + static_cast<std::uint32_t>(at - ids.begin());
  }
};
InlinedNumbers merge_inlined(LoadContext& context);

}  // namespace dossier::storage
