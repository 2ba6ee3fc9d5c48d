// SPDX-License-Identifier: Apache-2.0
// Resolves times that refer to another time: "a week later", "the same day".
#pragma once

#include "extract/document.h"

namespace dossier::extract {

/// Gives the expressions with a shift their value: from the last day, month or year mentioned
/// before them in the same turn, at most three sentences back. Those whose anchor is missing, an
/// interval, or coarser than the shift stay as written.
void anchor_times(Analysis& analysis);

}  // namespace dossier::extract
