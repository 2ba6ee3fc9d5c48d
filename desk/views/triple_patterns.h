// SPDX-License-Identifier: Apache-2.0
// The triple patterns that a query's rows were made from.
#pragma once

#include <functional>

#include "parser/sparql/ast.h"

namespace dossier {

/// Calls `visit` for each pattern in the order written, in sub-queries and EXISTS, too; not behind
/// MINUS, NOT EXISTS and SERVICE.
void each_triple_pattern(const ast::Query& query,
                         const std::function<void(const ast::TriplePattern&)>& visit);

}  // namespace dossier
