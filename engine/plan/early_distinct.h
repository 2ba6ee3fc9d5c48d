// SPDX-License-Identifier: Apache-2.0
// Fewer rows to join where equal rows need not be told apart.
#pragma once

#include "engine/algebra/variables.h"
#include "engine/plan/physical.h"
#include "storage/quad_source.h"

namespace dossier::plan {

/// Below DISTINCT, COUNT(DISTINCT), MIN and MAX, EXISTS and MINUS: drops equal rows that come one
/// behind the other before they are joined with more. Below COUNT, SUM and AVG: puts one in their
/// place, with their number in a variable of its own. Changes the number of equal rows there only.
/// Comes after make_parallel(): a thread needs to know no other's rows.
void thin_equal_rows(Node& root, VariableTable& variables, const storage::QuadSource& source);

}  // namespace dossier::plan
