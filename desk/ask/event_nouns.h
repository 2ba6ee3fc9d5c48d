// SPDX-License-Identifier: Apache-2.0
// Clauses that a sentence tells by a noun: "the use of gas by X" is X using gas, "received an
// invitation from X" is X inviting. Private to desk/ask.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/frame.h"

namespace dossier::asking {

/// One frame of the verb for each such noun of the sentence, who does it and to whom filled in as
/// far as the sentence says.
std::vector<extract::Frame> noun_clauses(const extract::Sentence& sentence,
                                         const std::string& verb);

}  // namespace dossier::asking
