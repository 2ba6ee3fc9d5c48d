// SPDX-License-Identifier: Apache-2.0
// Why and how long, as a clause says it. Private to desk/ask.
#pragma once

#include <optional>
#include <vector>

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
/// The words behind "because of" and the like, wherever they stand.
std::vector<extract::TokenRange> causes_in(const extract::Sentence& sentence);
/// Since or until when, from when to when.
std::optional<extract::TokenRange> span_of(const extract::Sentence& sentence,
                                           const extract::Frame& frame);
}  // namespace dossier::asking
