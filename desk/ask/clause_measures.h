// SPDX-License-Identifier: Apache-2.0
// How high, fast or heavy something is, as a clause says it. Private to desk/ask.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::asking {

/// "5,120 metres" of "is 5,120 metres high", of "a height of 5,120 metres".
std::optional<extract::TokenRange> measure_in(const extract::Sentence& sentence,
                                              std::string_view adjective);
/// "212 metres" of "went down to 212 metres", "95 kilometres an hour" of "was travelling at 95
/// kilometres an hour": the one quantity of the clause with a unit of that kind.
std::optional<extract::TokenRange> quantity_of(const extract::Sentence& sentence,
                                               const extract::Frame& frame,
                                               std::string_view adjective);
/// The noun of an adjective of measure: "height"; "" for others.
std::string_view measure_noun(std::string_view adjective);
/// Verbs that tell it: "weigh" of "heavy", "travel" of "fast".
std::vector<std::string> measure_verbs(std::string_view adjective);

/// The quantity with all its words, if its unit is of the kind that the adjective asks for.
std::optional<extract::TokenRange> fitting_measure(const extract::Sentence& sentence,
                                                   const extract::Quantity& quantity,
                                                   std::string_view adjective);

}  // namespace dossier::asking
