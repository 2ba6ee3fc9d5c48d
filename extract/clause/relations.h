// SPDX-License-Identifier: Apache-2.0
// Turns frames into binary relations, the form in which the knowledge base stores facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::clause {

/// The relations of a frame of a verb, copula or noun; other frames give none.
std::vector<Clause> clauses_of(const Sentence& sentence, const Frame& frame);

/// A relation's local name: lower case, words joined by "_".
std::string relation_name(std::string_view words);

}  // namespace dossier::extract::clause
