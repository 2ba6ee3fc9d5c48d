// SPDX-License-Identifier: Apache-2.0
// Conditions as ranges of ids. Within one inline kind id order is value order, so that a condition
// like ?x > 5 leaves a few ranges of ids, which an index scan can be confined to.
#pragma once

#include <optional>
#include <vector>

#include "engine/algebra/variables.h"
#include "engine/runtime/term_table.h"
#include "parser/sparql/ast.h"
#include "storage/quad_source.h"

namespace dossier::plan {

/// Ascending, without overlap.
using IdRanges = std::vector<storage::IdRange>;

struct ValueRange {
  Slot variable = 0;
  IdRanges ranges;
};

/// Where the ids lie of all terms for which `condition`, a comparison of one variable with
/// constants, can be true. Not all terms in the ranges need make it true: literals that are not
/// inline are never told apart. None for other conditions.
std::optional<ValueRange> value_range(const ast::Expression& condition,
                                      const VariableTable& variables, TermTable& terms);

/// The ids in both.
IdRanges common(const IdRanges& a, const IdRanges& b);

}  // namespace dossier::plan
