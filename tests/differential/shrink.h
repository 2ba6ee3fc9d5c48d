// SPDX-License-Identifier: Apache-2.0
// Makes a failing case small: drops parts as long as it still fails.
#pragma once

#include <functional>

#include "tests/differential/generate.h"

namespace dossier::naive {

/// The smallest case reached by dropping quads, pattern elements, triples and projections one at a
/// time while `fails` holds.
Case shrink(Case failing, const std::function<bool(const Case&)>& fails);

}  // namespace dossier::naive
