// SPDX-License-Identifier: Apache-2.0
// Reads the arguments of a predicate from the dependency tree.
#pragma once

#include <vector>

#include "extract/clause/reading.h"

namespace dossier::extract::clause {

/// Subject, objects, obliques, complements, times, adverbs, in the order of the text; voice undone.
/// A complement's `frame` is the number of the predicate in `reading`.
std::vector<FrameArgument> arguments_of(const Reading& reading, const Predicate& predicate);

/// The noun a light verb carries ("hold talks", "pay a visit"); none for other objects.
std::optional<std::uint32_t> light_noun(const Tree& tree, const Predicate& predicate);

}  // namespace dossier::extract::clause
