// Clauses by a light reading of tagged words: base phrases, then frames around verbs, then roles
// and event nouns. No tree is needed; a dependency analyser can take its place behind the same
// function.
#pragma once

#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// What a sentence says, one clause a relation, in the order of the text. Arguments are spans still
/// to be resolved, pronouns too. Where a reading is doubtful there is no clause. Uses tokens, tags,
/// lemmas, mentions, times of `sentence`; `document` tells what kind of text it is. Thread-safe.
std::vector<Clause> find_clauses(const Document& document, const Sentence& sentence);

}  // namespace dossier::extract
