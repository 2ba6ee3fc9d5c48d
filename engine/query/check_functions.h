// SPDX-License-Identifier: Apache-2.0
// Calls of functions by IRI, checked while the text is at hand: an error says where it stands.
#pragma once

#include <string_view>

#include "engine/algebra/algebra.h"
#include "engine/functions/expression.h"

namespace dossier {

/// Throws what functions::resolve_call() finds wrong, with the place in `text`, which `root` was
/// made of. `custom` may be null.
void check_functions(const algebra::Node& root, std::string_view text,
                     const functions::CustomTable* custom);

}  // namespace dossier
