// SPDX-License-Identifier: Apache-2.0
// Lists of which one half is denied: "not by the council but by the mayor".
#pragma once

#include <vector>

#include "extract/clause/tree.h"
#include "extract/frame.h"

namespace dossier::extract::clause {

/// Parts each frame with such a list in two: the frame keeps what is denied, and a frame that is
/// appended has what is said in its place.
void part_contrasts(const Tree& tree, std::vector<Frame>& frames);

}  // namespace dossier::extract::clause
