// SPDX-License-Identifier: Apache-2.0
// How much work there is for threads to share, in rows touched. Beside the planner's costs, which
// compare plans of one query, it counts what all these plans have to do.
#pragma once

#include "engine/plan/physical.h"

namespace dossier::plan {

/// A node's own work on each row that comes to it, beside what the planner counts.
double row_cost(const Node& node);
/// The work along the chain of first children.
double work_of(const Node& node);

}  // namespace dossier::plan
