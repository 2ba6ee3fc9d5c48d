// SPDX-License-Identifier: Apache-2.0
// The terms an algebra tree mentions.
#pragma once

#include <functional>

#include "engine/algebra/algebra.h"

namespace dossier::algebra {

/// Where a term stands.
enum class ConstantPlace : std::uint8_t {
  subject,
  predicate,  ///< of a pattern or inside a path
  object,
  graph,
  triple_term,  ///< inside <<( )>>
  value,        ///< in VALUES or an expression
};

/// Calls `visit` for every term in the tree, in the order written within each pattern.
void each_constant(const Node& root, const std::function<void(const Term&, ConstantPlace)>& visit);

}  // namespace dossier::algebra
