// SPDX-License-Identifier: Apache-2.0
// What rows are sorted by.
#pragma once

#include <vector>

#include "engine/functions/expression.h"

namespace dossier {

struct SortCondition {
  CompiledExpression expression;
  bool descending;
};
using SortConditions = std::vector<SortCondition>;

}  // namespace dossier
