// SPDX-License-Identifier: Apache-2.0
// The order in which a plan reads a scan, where nothing asks for another.
#pragma once

#include "engine/algebra/walk.h"
#include "engine/plan/physical.h"

namespace dossier::plan {

/// Where the rows of one scan are put together by some variables, in whatever order they come: lets
/// them come by their values. Then equal values stand together, neighbours of an order are read
/// together, and threads that read parts have few values in common.
void read_by(Node& node, const algebra::SlotSet& keys);

/// Whether its rows are its child's, fewer of them or with more columns.
bool passes_rows_on(const Node& node);

}  // namespace dossier::plan
