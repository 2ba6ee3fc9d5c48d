// SPDX-License-Identifier: Apache-2.0
// Noun phrases that are not names: their labels, and how far a fact about one can be trusted.
#pragma once

#include <string>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// "the May 3 Statements" -> "May 3 Statement", "his close friends" -> "close friend":
/// determiners off, head lemmatised. Empty when nothing is left.
std::string concept_label(const Sentence& sentence, const Argument& argument);

/// The phrase of a thing of its own: determiners and numbers off, the head as it is. "the two
/// Italian trawlers" -> "Italian trawlers".
std::string individual_label(const Sentence& sentence, const Argument& argument);

/// The factor for the confidence of a fact whose argument is a concept: less than 1 when the phrase
/// refers to something unnamed ("this topic", "their company") or is incomplete ("measures" of
/// "measures to stop the flood"). Set by judging a random sample of 200 facts.
double concept_confidence(const Sentence& sentence, const Argument& argument);

}  // namespace dossier::extract::resolve
