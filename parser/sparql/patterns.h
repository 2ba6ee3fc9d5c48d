// SPDX-License-Identifier: Apache-2.0
// Second step: graph patterns, and the variables they bind.
#pragma once

#include <set>
#include <string>

#include "parser/sparql/context.h"

namespace dossier::sparql {

/// Variables in scope (SPARQL 1.1 Query 18.2.1).
using VariableSet = std::set<std::string, std::less<>>;

/// Adds the variables of a node, those inside a triple term too.
void add_variables(const ast::Node& node, VariableSet& variables);
void add_variables(const ast::TriplePattern& triple, VariableSet& variables);

/// A group and the variables in scope at its end.
struct Group {
  ast::GroupGraphPattern pattern;
  VariableSet visible;
};
Group to_group(Context& context, Syntax group);

/// The Values node of InlineData or of a ValuesClause.
ast::InlineData to_inline_data(Context& context, Syntax values);

}  // namespace dossier::sparql
