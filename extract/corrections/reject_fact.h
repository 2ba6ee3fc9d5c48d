// SPDX-License-Identifier: Apache-2.0
// Takes a fact out of a document's graph: its reifier, and the triple if nothing else asserts it.
#pragma once

#include "extract/corrections/decision.h"

namespace dossier::extract {

/// The fact `fact` as a decision keeps it. Without a sentence it is no fact that was read.
Reading reading_of(const Term& fact, const TripleSet& graph);

/// Every fact of the graph that was read so goes. What its arguments are called stays.
Patch reject_fact(const Reading& reading, const TripleSet& graph);

}  // namespace dossier::extract
