// SPDX-License-Identifier: Apache-2.0
// Prepared queries and kept plans against the naive evaluator: one variable of a case becomes a
// parameter, which is given several values in turn.
#pragma once

#include <cstdint>
#include <string>

#include "tests/differential/bench.h"
#include "tests/differential/generate.h"

namespace dossier::naive {

/// What is wrong with the engine's answers when a variable that `seed` chooses is a parameter;
/// empty when nothing is, or when no variable can be one. Fills the bench with the case's data.
std::string prepared_difference(Bench& bench, const Case& test, std::uint64_t seed);

}  // namespace dossier::naive
