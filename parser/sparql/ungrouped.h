// SPDX-License-Identifier: Apache-2.0
// Checks that a grouped query uses only what has one value per group.
#pragma once

#include <string>

#include "parser/sparql/patterns.h"

namespace dossier::sparql {

/// Throws Error(syntax) when `expression` uses, outside of aggregates, a variable that is not in
/// `keys`.
void check_grouped(const Context& context, const ast::Expression& expression,
                   const VariableSet& keys);
/// As above for HAVING, which does not see what SELECT computes (`aliases`) either; that error has
/// a message of its own.
void check_having(const Context& context, const ast::SolutionModifier& modifier,
                  const VariableSet& keys, const VariableSet& aliases);
/// As above for ORDER BY, which sees the aliases.
void check_order(const Context& context, const ast::SolutionModifier& modifier,
                 const VariableSet& keys, const VariableSet& aliases);
[[noreturn]] void fail_ungrouped(const Context& context, const std::string& variable,
                                 std::uint32_t offset);

}  // namespace dossier::sparql
