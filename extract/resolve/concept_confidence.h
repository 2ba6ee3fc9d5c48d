// SPDX-License-Identifier: Apache-2.0
// How far a fact can be trusted when its argument is a noun phrase and not a name.
#pragma once

#include "extract/document.h"

namespace dossier::extract::resolve {

/// The factor for the confidence of a fact whose argument is a concept: less than 1 when the phrase
/// refers to something unnamed ("this topic", "their company") or is incomplete ("measures" of
/// "measures to stop the flood"). Set by judging a random sample of 200 facts.
double concept_confidence(const Sentence& sentence, const Argument& argument);

}  // namespace dossier::extract::resolve
