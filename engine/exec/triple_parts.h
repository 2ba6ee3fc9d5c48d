// SPDX-License-Identifier: Apache-2.0
// The parts of a triple term in a pattern, as columns.
#pragma once

#include <array>

#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

struct TriplePart {
  TermId constant;                  ///< or none()
  std::size_t input = kNoColumn;    ///< where the input binds it
  std::size_t output = kNoColumn;   ///< where it is to be written
  std::size_t same_as = kNoColumn;  ///< an earlier part of the same variable
};
using TripleParts = std::array<TriplePart, 3>;

/// Of the subject, the predicate and the object.
TripleParts triple_parts(const plan::Unnest& unnest, const Layout& input, const Layout& output);

/// Whether the values are those of the constants, and equal where the variable is the same.
bool agree(const TripleParts& parts, const std::array<TermId, 3>& values);

}  // namespace dossier
