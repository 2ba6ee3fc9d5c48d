// SPDX-License-Identifier: Apache-2.0
// Labels for noun phrases that are not names.
#pragma once

#include <string>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// "the May 3 Statements" -> "May 3 Statement", "his close friends" -> "close friend":
/// determiners off, head lemmatised. Empty when nothing is left.
std::string concept_label(const Sentence& sentence, const Argument& argument);

}  // namespace dossier::extract::resolve
