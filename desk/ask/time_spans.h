// SPDX-License-Identifier: Apache-2.0
// How long something lasts, as a text says it. Private to desk/ask.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"

namespace dossier::asking {

/// Numbers with a unit of time that tell how long something lasts: "five years", "half an hour",
/// not "two years ago".
std::vector<extract::TokenRange> spans_in(const extract::Sentence& sentence);
/// "28 days": a number with a unit of time.
bool is_span(const std::string& text);

}  // namespace dossier::asking
