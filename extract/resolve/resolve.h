// SPDX-License-Identifier: Apache-2.0
// Who and what a document speaks of: mentions, pronouns and descriptions to entities.
//
// Sieves, most precise first; each leaves its name on the mention. A wrong merge is worse than a
// missed one: where two things are possible, nothing is decided.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// What is known beside the entities themselves.
struct Resolution {
  /// Who says each turn of Document::turns; none for questioners without a name.
  std::vector<std::optional<std::uint32_t>> speakers;
  std::optional<std::uint32_t> author;
  std::optional<std::uint32_t> place;
};

/// Makes names whole and sets their types right by what the rest of the document says, see
/// resolve/mend_names.h. Comes before clauses are read.
void mend_names(Analysis& analysis);

/// Fills in Analysis::entities, the entity and sieve of every mention, and the entities of every
/// clause's arguments; adds mentions for country adjectives. Clauses with an argument nothing can
/// be said about (an open pronoun) are dropped. Deterministic; thread-safe for different analyses.
Resolution resolve_entities(Analysis& analysis);

}  // namespace dossier::extract
