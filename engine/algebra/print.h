// SPDX-License-Identifier: Apache-2.0
// Algebra trees as text: one node a line, children indented. What EXPLAIN and tests read.
#pragma once

#include <string>

#include "engine/algebra/algebra.h"

namespace dossier::algebra {

/// Every line ends with a newline.
std::string print(const Node& node, const VariableTable& variables);
std::string path_text(const ast::Path& path);
/// One place of a pattern: ?name or the term.
std::string print(const Item& item, const VariableTable& variables);
std::string print(const TriplePattern& pattern, const VariableTable& variables);
std::string print(const TripleTermPattern& pattern, const VariableTable& variables);

}  // namespace dossier::algebra
