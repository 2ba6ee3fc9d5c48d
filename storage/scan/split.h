// SPDX-License-Identifier: Apache-2.0
// Cuts a request into parts that several threads can scan. Private to storage/.
#pragma once

#include <cstdint>
#include <vector>

#include "storage/quad_source.h"
#include "storage/state/state.h"

namespace dossier::storage {

/// See QuadSource::split(). The parts follow the blocks; changes of the delta fall into the part
/// they lie in and are not counted.
std::vector<ScanRequest> split(const State& state, const ScanRequest& request, std::uint64_t rows,
                               SplitAt at);

}  // namespace dossier::storage
