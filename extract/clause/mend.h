// SPDX-License-Identifier: Apache-2.0
// Passes over a tree that set right what the parser is known to get wrong.
#pragma once

#include "extract/clause/tree.h"

namespace dossier::extract::clause {

/// "opportunities for the agency, which operates": hangs relative clauses from the noun they agree
/// with, "who" from somebody, "which" behind a comma from the clause where no noun agrees.
void agree_relatives(Tree& tree);

bool is_finite(const Tree& tree, std::uint32_t i);
/// who, which, that, where.
bool is_relative_word(const Tree& tree, std::uint32_t i);

}  // namespace dossier::extract::clause
