// SPDX-License-Identifier: Apache-2.0
// What a sentence says: frames over its dependency tree, and the knowledge base's relations made
// from them.
#pragma once

#include "extract/document.h"

namespace dossier::extract {

/// Fills in frames and clauses from tokens, tags, lemmas, tree and mentions, times of `sentence`.
/// Frames: one a predicate, in the order of the text; then appositions, possessives and roles.
/// Clauses: the binary relations the frames tell, one a pair of arguments, conjuncts apart;
/// arguments are spans still to be resolved, pronouns too. Where a reading is doubtful there is no
/// clause. A sentence without a tree has roles only. Tags and arcs that cannot be right are repaired
/// in place. Thread-safe.
void read_clauses(Sentence& sentence);

}  // namespace dossier::extract
