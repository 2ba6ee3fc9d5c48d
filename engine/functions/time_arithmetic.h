// SPDX-License-Identifier: Apache-2.0
// Arithmetic that has a moment or a duration on one side.
#pragma once

#include "engine/functions/value.h"
#include "parser/sparql/ast.h"

namespace dossier::functions {

/// As calculate(), for what isn't two numbers.
Value calculate_time(ast::Operator op, const Value& a, const Value& b);

}  // namespace dossier::functions
