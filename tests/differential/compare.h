// SPDX-License-Identifier: Apache-2.0
// Whether the engine's rows are an answer to a query, given all its solutions.
#pragma once

#include <string>
#include <vector>

#include "parser/sparql/ast.h"
#include "tests/differential/naive_algebra.h"

namespace dossier::naive {

/// What is wrong with `got`; empty when nothing is. `all` are the solutions before ORDER BY, LIMIT
/// and OFFSET. With these, any choice that the order leaves open is right.
std::string compare(const ast::SelectQuery& query, const Solutions& all, const Solutions& got);

}  // namespace dossier::naive
