// SPDX-License-Identifier: Apache-2.0
// Fewer rows to join where only the different ones count.
#pragma once

#include "engine/plan/physical.h"

namespace dossier::plan {

/// Below DISTINCT, COUNT(DISTINCT), MIN and MAX, EXISTS and MINUS: drops equal rows that come one
/// behind the other before they are joined with more. Changes the number of equal rows there only.
/// Comes after make_parallel(): a thread needs to know no other's rows.
void drop_equal_rows(Node& root);

}  // namespace dossier::plan
