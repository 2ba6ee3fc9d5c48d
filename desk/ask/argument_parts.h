// SPDX-License-Identifier: Apache-2.0
// What of a clause's arguments belongs together. Private to desk/ask.
#pragma once

#include <string>

#include "extract/document.h"
#include "extract/frame.h"

namespace dossier::asking {

/// "sent off (Selma) (defender Bruno Tadic)": one phrase, read as two.
bool is_part_of_next(const extract::Frame& frame, const extract::FrameArgument& argument);
/// "owns factories in Linz": the place may be read as one of the verb.
extract::TokenRange with_place(const extract::Frame& frame, extract::TokenRange extent);
/// The preposition; "to" of whom something is given.
std::string marker_of(const extract::FrameArgument& argument);
/// "X, a baker, and his wife Y, 36": neither the wife nor her age says what X is.
bool describes(const extract::Sentence& sentence, const extract::Argument& said);
/// Behind it stands where.
bool is_place_marker(const std::string& marker);

}  // namespace dossier::asking
