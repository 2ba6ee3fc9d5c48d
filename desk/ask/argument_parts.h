// SPDX-License-Identifier: Apache-2.0
// What of a clause's arguments belongs together. Private to desk/ask.
#pragma once

#include <string>

#include "extract/document.h"
#include "extract/frame.h"

namespace dossier::asking {

/// A text says it: it neither asks it nor denies that it is so.
bool is_told(const extract::Frame& frame);
/// "sent off (Selma) (defender Bruno Tadic)": one phrase, read as two.
bool is_part_of_next(const extract::Frame& frame, const extract::FrameArgument& argument);
/// "owns factories in Linz": the place may be read as one of the verb.
extract::TokenRange with_place(const extract::Frame& frame, extract::TokenRange extent);
/// The preposition; "to" of whom something is given.
std::string marker_of(const extract::FrameArgument& argument);
/// "X, a baker, and his wife Y, 36": neither the wife nor her age says what X is.
bool describes(const extract::Sentence& sentence, const extract::Argument& said);
/// The token is the head, or hangs below it.
bool is_below(const extract::Sentence& sentence, std::uint32_t token, std::uint32_t head);
/// Behind it stands where.
bool is_place_marker(const std::string& marker);

}  // namespace dossier::asking
