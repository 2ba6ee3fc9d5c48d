// SPDX-License-Identifier: Apache-2.0
// Reads a document with the reading model, window by window: which names its pronouns may mean, and
// what its mentions have to do with each other.
#pragma once

#include "extract/document.h"
#include "extract/encoder/document_states.h"
#include "extract/encoder/reading_model.h"

namespace dossier::extract {

/// Fills Analysis::pronouns and Analysis::relations from the sentences, which have their names.
/// `states` are those of the analysis. Throws what their interruption throws.
void relate_mentions(const encoder::ReadingModel& model, encoder::DocumentStates& states,
                     Analysis& analysis);

}  // namespace dossier::extract
