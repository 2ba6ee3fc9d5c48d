// SPDX-License-Identifier: Apache-2.0
// Requests cut into parts that several threads can scan. Private to storage/.
#pragma once

#include <span>
#include <vector>

#include "storage/permutation.h"
#include "storage/quad_source.h"

namespace dossier::storage {

/// The parts of a request that begin at these keys of its permutation, ascending, as far as it may
/// be cut there; the first begins where the request does. The request alone when it may be cut at
/// none.
std::vector<ScanRequest> cut(const ScanRequest& request, std::span<const Key> begins, SplitAt at);

}  // namespace dossier::storage
