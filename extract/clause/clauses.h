// SPDX-License-Identifier: Apache-2.0
// What a sentence says: frames over its dependency tree, and the knowledge base's relations made
// from them.
#pragma once

#include "extract/document.h"

namespace dossier::extract {

/// Fills in predicates, frames and clauses from tokens, tags, lemmas, tree, mentions and times of
/// `sentence`.
/// Frames: one for each predicate, in the order of the text; then appositions, possessives, roles.
/// Clauses: the binary relations of all but roles, one for each pair of arguments, lists split.
/// Arguments are spans that are not resolved yet. A doubtful reading yields no clause; a sentence
/// without a tree yields roles only. Wrong tags and arcs are repaired in the sentence, so that what
/// reads it later reads the same tree. Thread-safe.
void read_clauses(Sentence& sentence);

}  // namespace dossier::extract
