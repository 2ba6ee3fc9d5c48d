// SPDX-License-Identifier: Apache-2.0
// Pairs of mentions of one sentence and the properties that it says of them, in one window.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/encoder/reading_model.h"
#include "extract/encoder/windows.h"

namespace dossier::extract::relate {

/// Appends what is probable to Analysis::relations. `states` are those of the window.
void read_relations(const encoder::Window& window, const std::vector<float>& states,
                    const encoder::ReadingModel& model, Analysis& analysis);

}  // namespace dossier::extract::relate
