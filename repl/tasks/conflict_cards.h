// SPDX-License-Identifier: Apache-2.0
// Contradictions laid out for reading.
#pragma once

#include <ostream>
#include <vector>

#include "dossier/conflicts.h"
#include "repl/tasks/evidence_card.h"

namespace dossier::repl {

/// A card for each: what it is about, then the two sentences below each other with their documents,
/// dates and speakers.
void write_conflicts(std::ostream& out, const std::vector<Conflict>& conflicts,
                     const CardStyle& style);

}  // namespace dossier::repl
