// SPDX-License-Identifier: Apache-2.0
// Updates against the naive evaluator: a case's pattern becomes the WHERE of a DELETE/INSERT.
#pragma once

#include <cstdint>
#include <string>

#include "tests/differential/bench.h"
#include "tests/differential/generate.h"

namespace dossier::naive {

/// What is wrong with the quads that an update with templates chosen by `seed` leaves; empty when
/// nothing is. Fills the bench with the case's data. Throws Ambiguous.
std::string update_difference(Bench& bench, const Case& test, std::uint64_t seed);

}  // namespace dossier::naive
