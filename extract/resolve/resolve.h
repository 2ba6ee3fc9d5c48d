// SPDX-License-Identifier: Apache-2.0
// Coreference resolution: links mentions, pronouns and descriptions to the entities of a document.
//
// The rules ("sieves", Lee et al. 2013) run from the most precise to the least; each mention
// records the rule that resolved it. A wrong merge is worse than a missed one: a reference with two
// candidates is not resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// What is known in addition to the entities.
struct Resolution {
  /// Who says each turn of Document::turns; none for questioners without a name.
  std::vector<std::optional<std::uint32_t>> speakers;
  std::optional<std::uint32_t> author;
  std::optional<std::uint32_t> place;
  std::optional<std::uint32_t> publisher;
};

/// Fills in Analysis::entities, the entity and sieve of every mention, and the entities of every
/// clause's arguments; adds mentions for country adjectives. Clauses with an argument nothing can
/// be said about (an open pronoun) are dropped. Deterministic; thread-safe for different analyses.
Resolution resolve_entities(Analysis& analysis);

}  // namespace dossier::extract
