// SPDX-License-Identifier: Apache-2.0
// Why and how long, as a clause says it. Private to desk/ask.
#pragma once

#include <optional>

#include "extract/document.h"

namespace dossier::asking {

/// The words behind "because of" and the like that belong to the clause, or before ", so".
std::optional<extract::TokenRange> cause_of(const extract::Sentence& sentence,
                                            const extract::Frame& frame);
/// "to buy flour": what somebody does it for.
std::optional<extract::TokenRange> purpose_of(const extract::Sentence& sentence,
                                              const extract::Frame& frame);
/// "for two years", "five months", "in five days": of the clause; else none.
std::optional<extract::TokenRange> duration_of(const extract::Sentence& sentence,
                                               const extract::Frame& frame);
/// Since or until when, from when to when.
std::optional<extract::TokenRange> span_of(const extract::Sentence& sentence,
                                           const extract::Frame& frame);
/// "28 days": a number with a unit of time.
bool is_span(const std::string& text);

}  // namespace dossier::asking
