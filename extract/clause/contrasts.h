// SPDX-License-Identifier: Apache-2.0
// Lists of which one half is denied: "not by the council but by the mayor", "a pool but
// no lift".
#pragma once

#include <vector>

#include "extract/clause/tree.h"
#include "extract/frame.h"

namespace dossier::extract::clause {

/// Parts each frame with such a list in two: the frame keeps the first half, and a frame that is
/// appended has the second in its place. "invited X but not Y" gets a denied frame for Y.
void part_contrasts(const Tree& tree, std::vector<Frame>& frames);

}  // namespace dossier::extract::clause
