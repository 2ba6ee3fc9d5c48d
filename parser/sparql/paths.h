// SPDX-License-Identifier: Apache-2.0
// Second step: property paths.
#pragma once

#include <variant>

#include "parser/sparql/context.h"

namespace dossier::sparql {

/// A verb of a property list: a variable or plain IRI is a Node, everything else a Path.
std::variant<ast::Node, ast::Path> to_predicate(Context& context, Syntax verb);

}  // namespace dossier::sparql
