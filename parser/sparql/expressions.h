// SPDX-License-Identifier: Apache-2.0
// Second step: expressions.
#pragma once

#include <vector>

#include "parser/sparql/context.h"

namespace dossier::sparql {

/// An expression, constraint or group condition. Chains of "||" and "&&" become balanced trees, so
/// that a long list of alternatives is not a deep one; chains of arithmetic lean to the left and
/// count as nesting.
ast::Expression to_expression(Context& context, Syntax node);
/// Of each child; without DISTINCT and an empty list.
std::vector<ast::Expression> to_expressions(Context& context, Syntax parent);

}  // namespace dossier::sparql
