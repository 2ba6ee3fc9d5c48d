// SPDX-License-Identifier: Apache-2.0
// Calls of functions by IRI, checked while the text is at hand: an error says where it stands.
#pragma once

#include <string_view>

#include "engine/algebra/algebra.h"

namespace dossier {

/// Throws Error(unsupported), naming the nearest one, for a function nobody knows, and Error(usage)
/// for a cast of not exactly one argument, both with the place in `text`, which `root` was made of.
void check_functions(const algebra::Node& root, std::string_view text);

}  // namespace dossier
