// SPDX-License-Identifier: Apache-2.0
// Reads whether a predicate is claimed to be true, and by whom: polarity, modality, questions,
// conditions and attribution.
//
// All of these can come from the predicate's own words ("did not leave", "may leave") or from a
// predicate that governs it ("refused to leave", "said the army would leave"). Governors are
// therefore read first, and each predicate combines its governor's context with its own words.
#pragma once

#include <optional>
#include <vector>

#include "extract/clause/reading.h"

namespace dossier::extract::clause {

struct Context {
  bool negated = false;
  bool denied = false;  ///< nothing is known about it: below a denial, an order
  bool question = false;
  Modality modality = Modality::asserted;
  std::optional<std::uint32_t> source;  ///< noun: who claims it
  bool nobody = false;                  ///< "it is possible to ...": has no subject
  double weight = 1;  ///< what a belief or a doubtful construction leaves of its confidence
};

/// The stronger of what governs a clause and what it says itself.
Modality combine(Modality outer, Modality inner);

/// One for each predicate, from its own words and from what governs it.
std::vector<Context> read_contexts(const Reading& reading);

}  // namespace dossier::extract::clause
