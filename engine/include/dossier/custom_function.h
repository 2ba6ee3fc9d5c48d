// SPDX-License-Identifier: Apache-2.0
// Functions that an application adds to SPARQL. Part of <dossier/dossier.h>.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>

#include "dossier/term.h"

namespace dossier {

/// How many arguments a function takes.
struct Arity {
  std::size_t min = 0;
  std::size_t max = 0;
};

/// Called once a row with the arguments, all of them bound: a call with an unbound or erroneous
/// argument is an error without asking the function. nullopt is an error of the expression, as a
/// type error is: FILTER drops the row, BIND leaves its variable unbound. An exception ends the
/// query and reaches whoever asked for the row: a dossier::Error as it is, any other as
/// Error(usage) with its message.
///
/// Queries on several threads call it at the same time. It may be called more or fewer times than
/// there are rows, must not use the result it is called for, and must not write to the knowledge
/// base.
using CustomFunction = std::function<std::optional<Term>(std::span<const Term> arguments)>;

}  // namespace dossier
