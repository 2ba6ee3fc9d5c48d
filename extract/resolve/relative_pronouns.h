// SPDX-License-Identifier: Apache-2.0
// What relative pronouns mean: "who" of "Anna Berg, who was born in Rome".
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// The words that mean what a relative pronoun means, the nearest in the tree first: "writer" and
/// "Berg" for "who" of "Berg is a writer who lives in Rome" and of "Berg, a writer who". Empty if
/// the token at `pronoun` is no relative pronoun, or its clause hangs on no noun.
std::vector<std::uint32_t> antecedents_of(const Sentence& sentence, std::uint32_t pronoun);

/// Adds a mention for each relative pronoun whose antecedent is a mention with an entity. Other
/// mentions stay as they are.
void resolve_relative_pronouns(Analysis& analysis);

}  // namespace dossier::extract
