// SPDX-License-Identifier: Apache-2.0
// Comparisons of values whose types never compare: SPARQL makes them errors, so that their rows are
// missing without a word.
#pragma once

#include <string>
#include <vector>

#include "dossier/prefixes.h"
#include "engine/algebra/algebra.h"
#include "storage/quad_source.h"

namespace dossier {

/// `?variable <operation> constant`, where the variable is the object of these properties.
struct Comparison {
  std::string variable;
  ast::Operator operation = ast::Operator::equal;
  Term constant;
  std::vector<Term> properties;
};

/// The comparisons of a query that can leave rows out for their types, in the order written; not
/// more than a person would read.
std::vector<Comparison> comparisons_in(const algebra::Node& root, const VariableTable& variables);

/// A sentence for each comparison that values of its properties can never satisfy, because one side
/// is a time and the other is not, or another kind of time. Looks at a few values of each type.
std::vector<std::string> unlike_values(const storage::QuadSource& source,
                                       const std::vector<Comparison>& comparisons,
                                       const Prefixes& prefixes);

}  // namespace dossier
