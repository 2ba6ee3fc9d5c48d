// SPDX-License-Identifier: Apache-2.0
// What property paths can match without a step.
#pragma once

#include "engine/algebra/algebra.h"

namespace dossier::algebra {

/// Whether the path has matches of length zero: a constant end then matches itself, a variable only
/// the nodes of the graph (SPARQL 1.1, section 18.5, ZeroLengthPath).
bool may_have_no_step(const ast::Path& path);

}  // namespace dossier::algebra
