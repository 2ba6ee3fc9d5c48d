// SPDX-License-Identifier: Apache-2.0
// Names inside the phrases of a frame, found by the tree: "an agreement with X", "aid to X and Y".
#pragma once

#include <cstdint>
#include <string>

#include "extract/document.h"

namespace dossier::extract::rules {

/// Whether a name's word belongs to the noun of a phrase, or is joined to one that does. The tree
/// may have attached it above the phrase: "sent aid to X".
bool belongs_to(const Sentence& sentence, std::uint32_t word, const Argument& phrase);
/// The preposition of a noun, or of the noun it is a conjunct of; empty if there is none.
std::string preposition_of(const Sentence& sentence, std::uint32_t noun);

}  // namespace dossier::extract::rules
