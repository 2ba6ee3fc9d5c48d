// SPDX-License-Identifier: Apache-2.0
// Finds numbers together with what they count or measure.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract {

/// The quantities of a sentence that has tags and times: counts with their noun phrase as unit,
/// percentages, money (unit is the ISO 4217 code), measures, ranges; but not dates.
/// Spans cover number and unit, without the words that say "about".
std::vector<Quantity> find_quantities(const Document& document, const Sentence& sentence,
                                      const Lexicon& lexicon);

}  // namespace dossier::extract
