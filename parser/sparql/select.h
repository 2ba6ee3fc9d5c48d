// SPDX-License-Identifier: Apache-2.0
// Second step: SELECT with its solution modifiers, and the rules of grouping and projection.
#pragma once

#include <optional>

#include "parser/sparql/patterns.h"

namespace dossier::sparql {

/// A query and the variables its solutions have.
struct Select {
  ast::SelectQuery query;
  VariableSet visible;
};

/// A SelectQuery (whose ValuesClause, which the grammar keeps separately, is `values`) or a
/// SubSelect. Throws Error(syntax) for what the grammar leaves to prose: SELECT * with GROUP BY,
/// variables that are neither grouped nor aggregated, AS to a variable that exists (18.2.4.1, 19.8
/// notes 12 and 13).
Select to_select(Context& context, Syntax select, std::optional<Syntax> values = {});

/// GROUP BY, HAVING, ORDER BY, LIMIT and OFFSET among a form's children. `pattern` has the
/// variables of the WHERE clause.
ast::SolutionModifier to_modifier(Context& context, Syntax form, const VariableSet& pattern);
/// As to_modifier(), for the forms without projection: the rules of grouping are checked.
ast::SolutionModifier to_checked_modifier(Context& context, Syntax form,
                                          const VariableSet& pattern);

}  // namespace dossier::sparql
