// SPDX-License-Identifier: Apache-2.0
// Conditions that say that two variables are the same term.
#pragma once

#include <optional>

#include "engine/algebra/algebra.h"
#include "engine/algebra/variables.h"

namespace dossier::plan {

/// `?a = ?b` or sameTerm(?a, ?b).
struct EqualPair {
  Slot left = 0;
  Slot right = 0;
  bool same_term = false;  ///< else their values are equal
};
std::optional<EqualPair> equal_pair(const ast::Expression& condition,
                                    const VariableTable& variables);

/// The opposite: `?a != ?b` or the negation of an equality.
std::optional<EqualPair> unequal_pair(const ast::Expression& condition,
                                      const VariableTable& variables);

/// Whether some pattern that is joined has the variable where no literal can stand (RDF 1.1
/// Concepts, section 3.1): there `=` is the same as sameTerm.
bool is_resource(const algebra::Node& node, Slot slot);

/// The two sides of a condition that is met exactly when a variable from outside of `pattern` is
/// the term of one inside, where both are bound; none for any other condition.
struct OutsideNode {
  Slot outside = 0;
  Slot inside = 0;
};
std::optional<OutsideNode> node_outside(const ast::Expression& condition,
                                        const algebra::Node& pattern,
                                        const VariableTable& variables);

}  // namespace dossier::plan
