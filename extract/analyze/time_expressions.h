// SPDX-License-Identifier: Apache-2.0
// Finds expressions of time and resolves them against the document's date.
#pragma once

#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// The time expressions of a sentence that has tags, in order, not overlapping. Prepositions are
/// left out of their spans; "since" and "until" show in open_end and open_begin ("until 2018" has
/// value_end alone). What can't be resolved has no values.
std::vector<TimeExpression> find_times(const Document& document, const Sentence& sentence);

/// Gives the expressions with a shift their value: from the last day, month or year mentioned
/// before them in the same turn, at most three sentences back. Those whose anchor is missing, an
/// interval, or coarser than the shift stay as written.
void anchor_times(Analysis& analysis);

}  // namespace dossier::extract
