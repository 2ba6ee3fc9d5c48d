// SPDX-License-Identifier: Apache-2.0
// How many rows of a scan agree, by reading some of them. Private to engine/plan.
#pragma once

#include "engine/plan/physical.h"
#include "storage/quad_source.h"

namespace dossier::plan {

/// How many rows have the same value of `slot` as a row of the scan, on average over the rows, and
/// the row counted: a popular value weighs as much as it has rows. Rows must come by that variable.
/// Reads some thousand rows at most, so it is no more than a lower bound where values have more.
double equal_rows(const Scan& scan, Slot slot, const storage::QuadSource& source);

}  // namespace dossier::plan
