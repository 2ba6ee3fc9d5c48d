// SPDX-License-Identifier: Apache-2.0
// Arithmetic on values (SPARQL 1.1, section 17.3, with XPath's operators on moments and durations).
#pragma once

#include "engine/functions/value.h"
#include "parser/sparql/ast.h"

namespace dossier::functions {

/// `a op b` for add, subtract, multiply and divide; monostate for an error. Numbers are promoted to
/// the larger of their types, integers divide to a decimal; division by zero is an error for
/// integers and decimals only. Moments, durations and numbers combine as in XPath 3.1 Functions and
/// Operators, sections 8.4 and 9.7.
Value calculate(ast::Operator op, const Value& a, const Value& b);

}  // namespace dossier::functions
