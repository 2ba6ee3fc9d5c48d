// SPDX-License-Identifier: Apache-2.0
// One statement that was read twice: "met with X" as r:meet and r:meet_with, a post as its title,
// its body and both.
#pragma once

#include <vector>

#include "dossier/views.h"

namespace dossier {

/// Takes out rows whose sentence says nothing by them that another row of the same sentence does
/// not say. What stays keeps its order.
void fold_repeats(std::vector<FactRow>& rows);

}  // namespace dossier
