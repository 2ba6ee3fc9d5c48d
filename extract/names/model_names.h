// SPDX-License-Identifier: Apache-2.0
// Names as the reading model reads them, beside what the network for trees reads.
#pragma once

#include "extract/document.h"
#include "extract/encoder/document_states.h"
#include "extract/encoder/reading_model.h"

namespace dossier::extract {

/// Merges the model's readings into Sentence::name_readings of the analysis whose states these are.
/// A sentence too long for a window is read as far as the window goes. Throws what the interruption
/// of the states throws.
void read_model_names(const encoder::ReadingModel& model, encoder::DocumentStates& states,
                      Analysis& analysis);

}  // namespace dossier::extract
