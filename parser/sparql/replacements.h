// SPDX-License-Identifier: Apache-2.0
// Terms in the place of variables while a pattern is printed: which stand where, what can then not
// match, and what is still bound.
#pragma once

#include <string>
#include <utility>

#include "parser/sparql/ast.h"
#include "parser/sparql/print.h"

namespace dossier::sparql {

class Replacements {
 public:
  Replacements() = default;
  explicit Replacements(PutIn values) : values_(std::move(values)) {}

  bool empty() const { return values_.parameters.empty() && values_.solution.empty(); }
  /// The term for a variable, of either kind; null when it stays.
  const Term* find(const std::string& name) const;
  const Term* find(const ast::Node& node) const;
  const Term* parameter(const std::string& name) const;

  /// Whether texts can have the terms where the variables stand.
  bool can_match(const ast::TriplePattern& triple) const;
  bool can_be_name(const ast::Node& node) const;

  /// The variables of a solution that stood in the pattern, with their terms: one row.
  ast::InlineData bound_in(const ast::TriplesBlock& block) const;
  ast::InlineData bound_in(const ast::Node& name) const;

  /// The rows that agree with the terms; parameters are columns no more.
  ast::InlineData applied_to(const ast::InlineData& data) const;
  /// Those that hold inside a sub-SELECT.
  Replacements inside(const ast::SelectQuery& query) const;

 private:
  PutIn values_;
};

/// Whether the term has a blank node, which is another one in other data.
bool has_blank_node(const Term& term);

}  // namespace dossier::sparql
