// SPDX-License-Identifier: Apache-2.0
// Equality and order of values (SPARQL 1.1, sections 17.3 and 17.4.1.7).
#pragma once

#include <compare>
#include <optional>

#include "engine/functions/evaluation.h"

namespace dossier::functions {

/// `a = b`; none is an error. Literals of different known types are not equal; where a type is
/// unknown or a lexical form not legal, only equal terms are known to be equal and the rest is an
/// error, except that a language-tagged string equals nothing but itself.
std::optional<bool> equal(const Operand& a, const Operand& b);
/// As equal() from ids alone: false where they don't tell. `result` is none() for an error.
bool quick_equal(TermId a, TermId b, TermId& result);

/// Which is less; none where the operators < > <= >= have an error: different types, IRIs, moments
/// or durations whose order is undecided. Unordered: NaN.
std::optional<std::partial_ordering> order(const Value& a, const Value& b);

/// Whether the ids stand for one term; either may be pending.
bool same_term(const Operand& a, const Operand& b);

}  // namespace dossier::functions
