// SPDX-License-Identifier: Apache-2.0
// Passes that repair known errors of the dependency parser in a tree.
#pragma once

#include "extract/clause/tree.h"

namespace dossier::extract::clause {

/// Attaches relative clauses to the noun they agree with ("opportunities for the agency, which
/// operates"), "who" to a person, and "which" after a comma to the clause when no noun agrees.
void agree_relatives(Tree& tree);

/// Turns a bare infinitive after a verb that takes none into the verb's object: "contact" in
/// "established contact with X".
void repair_bare_infinitives(Sentence& sentence);

bool is_finite(const Tree& tree, std::uint32_t i);
/// who, which, that, where.
bool is_relative_word(const Tree& tree, std::uint32_t i);

}  // namespace dossier::extract::clause
