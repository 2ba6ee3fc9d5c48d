// SPDX-License-Identifier: Apache-2.0
// A function for the planner alone: numbers by which rows are hashed that `=` shall compare.
#pragma once

#include <string_view>

#include "engine/functions/function.h"

namespace dossier::functions {

/// What it is called by: no text can say a name with a blank.
inline constexpr std::string_view kEqualityKey = "equality key";

/// Of a value and a side, 0 or 1. Two values that `=` finds equal have the same key, or one of them
/// has none: then it has to be compared with all values. An error, which equals nothing, has a key
/// that only errors of its side have. Keys are inline ids, the same in every thread.
Function equality_key_function();

}  // namespace dossier::functions
