// SPDX-License-Identifier: Apache-2.0
// "Who was disqualified?": what looks like a state may be what was done. Private to desk/ask.
#pragma once

#include "desk/ask/question.h"

namespace dossier::asking {

/// Makes the verb of a question with "be" and a participle that was read as an adjective.
void read_participle(Reading& reading);

}  // namespace dossier::asking
