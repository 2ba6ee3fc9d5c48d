// SPDX-License-Identifier: Apache-2.0
// Terms put in for variables, as EXISTS is defined (SPARQL 1.1, section 18.6).
#pragma once

#include <map>

#include "dossier/term.h"
#include "engine/algebra/algebra.h"

namespace dossier::algebra {

/// `node` with the variables replaced in patterns and expressions. A pattern still binds what was
/// replaced in it, so that MINUS, grouping and projection above see the same variables.
Node substitute(const Node& node, const std::map<Slot, Term>& values,
                const VariableTable& variables);

}  // namespace dossier::algebra
