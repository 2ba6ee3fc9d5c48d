// SPDX-License-Identifier: Apache-2.0
// The same question from the other side: "What was paid for X?" asks for what X was bought, "Who
// received X from Y?" to whom Y gave X. Private to desk/ask.
#pragma once

#include <vector>

#include "desk/ask/question.h"

namespace dossier::asking {

/// In the order in which they are tried; empty for most questions.
std::vector<Reading> other_readings(const Reading& reading);

}  // namespace dossier::asking
