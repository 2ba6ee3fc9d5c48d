// SPDX-License-Identifier: Apache-2.0
// Reads a document with the reading model, window by window: which names its pronouns may mean, and
// what its mentions have to do with each other.
#pragma once

#include "extract/document.h"
#include "extract/encoder/reading_model.h"
#include "extract/interruption.h"

namespace dossier::extract {

/// Fills Analysis::pronouns and Analysis::relations from the sentences, which have their names.
/// Throws what the interruption throws.
void relate_mentions(Analysis& analysis, const encoder::ReadingModel& model,
                     const Interruption& interruption);

}  // namespace dossier::extract
