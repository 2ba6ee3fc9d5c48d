// SPDX-License-Identifier: Apache-2.0
// A statement as the rest of a question: "Anna Berg visited Lima" as "did Anna Berg visit Lima".
// Private to desk/ask.
#pragma once

#include <optional>
#include <string>

#include "desk/ask/names.h"

namespace dossier::asking {

/// None when no verb is found in it. `negated`: "did Anna Berg not visit Lima".
std::optional<std::string> inverted(const std::string& statement, NameFinder& finder,
                                    bool negated = false);

}  // namespace dossier::asking
