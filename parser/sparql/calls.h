// SPDX-License-Identifier: Apache-2.0
// Second step: calls of functions, built-in functions and aggregates.
#pragma once

#include "parser/sparql/context.h"

namespace dossier::sparql {

ast::Expression to_function_call(Context& context, Syntax node);
/// Fails where there is no such function or it takes another number of arguments.
ast::Expression to_builtin_call(Context& context, Syntax node);
/// Fails where aggregates are not allowed.
ast::Expression to_aggregate(Context& context, Syntax node);

}  // namespace dossier::sparql
