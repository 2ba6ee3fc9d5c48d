// SPDX-License-Identifier: Apache-2.0
// The terms of a function's argument, looked up for many rows together. Private to
// engine/functions.
#pragma once

#include <cstddef>
#include <vector>

#include "dossier/term.h"
#include "engine/functions/evaluation.h"
#include "engine/functions/node.h"

namespace dossier::functions {

/// Terms are looked up together while they stay below this.
inline constexpr std::size_t kMostLookedUp = std::size_t{1} << 20;

/// An argument's terms that are in a dictionary, for some rows of a call.
struct LookedUp {
  std::vector<Term> terms;
  std::vector<const Term*> of_row;  ///< null where no look-up is needed
  std::size_t rows = 0;             ///< the first ones: those whose terms are here
  std::size_t bytes = 0;
};

/// Of so many rows, none of which needs a term.
LookedUp without_look_up(std::size_t rows);
/// Of the values in `column` that `rows` number: those of as many rows as fit into some memory, at
/// least one. Rows that repeat a term share it: a long text beside many rows is looked up once.
/// Throws Error(limit) when one term takes more than the memory that is left.
LookedUp look_up(Evaluation& evaluation, const TermId* column, Rows rows);

}  // namespace dossier::functions
