// SPDX-License-Identifier: Apache-2.0
// Pronouns of the third person and the names they may mean, in one window.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/encoder/reading_model.h"
#include "extract/encoder/windows.h"

namespace dossier::extract::relate {

/// Whether there is one to read.
bool has_pronoun(const Sentence& sentence);

/// Appends the readings of these pronouns to Analysis::pronouns. `states` are those of the window.
void read_pronouns(const encoder::Window& window, const std::vector<float>& states,
                   const encoder::ReadingModel& model, Analysis& analysis);

}  // namespace dossier::extract::relate
