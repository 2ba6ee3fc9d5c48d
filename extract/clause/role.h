// Who holds which post: titles before and after names, appositions, possessives, copulas; and which
// city is the capital of what.
#pragma once

#include <vector>

#include "extract/clause/chunk.h"

namespace dossier::extract::clause {

/// `chunks` without brackets. Each clause has role_title (not for capitals), relation "TITLE_of",
/// and no object where the text names no organisation or country.
std::vector<Clause> roles_of(const Sentence& sentence, const std::vector<Chunk>& chunks);

/// Visits and talks told by a noun: "his visit to Moscow", "following talks with X".
std::vector<Clause> event_nouns_of(const Sentence& sentence, const std::vector<Chunk>& chunks);

}  // namespace dossier::extract::clause
