// SPDX-License-Identifier: Apache-2.0
// Why and how long, as a clause says it, and how high something is. Private to desk/ask.
#pragma once

#include <optional>
#include <string_view>

#include "extract/document.h"

namespace dossier::asking {

/// The words behind "because of" and the like that belong to the clause, or before ", so".
std::optional<extract::TokenRange> cause_of(const extract::Sentence& sentence,
                                            const extract::Frame& frame);
/// "for two years", "five months", "in five days": of the clause; else none.
std::optional<extract::TokenRange> duration_of(const extract::Sentence& sentence,
                                               const extract::Frame& frame);
/// "5,120 metres" of "is 5,120 metres high", of "a height of 5,120 metres".
std::optional<extract::TokenRange> measure_in(const extract::Sentence& sentence,
                                              std::string_view adjective);
/// "212 metres" of "went down to 212 metres": the one length of the clause.
std::optional<extract::TokenRange> length_of(const extract::Sentence& sentence,
                                             const extract::Frame& frame,
                                             std::string_view adjective);
/// The noun of an adjective of measure: "height"; "" for others.
std::string_view measure_noun(std::string_view adjective);

/// Since or until when, from when to when.
std::optional<extract::TokenRange> span_of(const extract::Sentence& sentence,
                                           const extract::Frame& frame);
/// "28 days": a number with a unit of time.
bool is_span(const std::string& text);

}  // namespace dossier::asking
