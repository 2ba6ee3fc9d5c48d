// SPDX-License-Identifier: Apache-2.0
// Rows that stand for several equal ones: how often each counts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/runtime/batch.h"

namespace dossier {

/// Throws Error(limit): more rows than a number of them can be.
[[noreturn]] void fail_count();

/// The product of `factors`, columns of small integers, in each row of a batch. A column that the
/// batch has not, or none() in it, is 1. Throws Error(limit) when a product is above 2^63 - 1.
void row_times(const Batch& batch, std::span<const Slot> factors, std::vector<std::int64_t>& times);

}  // namespace dossier
