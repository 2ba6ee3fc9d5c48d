// SPDX-License-Identifier: Apache-2.0
// Labels for noun phrases that are not names.
#pragma once

#include <string>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// "the November 9 Statements" -> "November 9 Statement", "his close friends" -> "close friend":
/// determiners off, head lemmatised. Empty when nothing is left.
std::string concept_label(const Sentence& sentence, const Argument& argument);

}  // namespace dossier::extract::resolve
