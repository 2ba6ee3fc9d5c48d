// SPDX-License-Identifier: Apache-2.0
// What the words of a verb group say: auxiliaries, negation, particle, voice.
#pragma once

#include <cstdint>

#include "extract/clause/tree.h"
#include "extract/predicate.h"

namespace dossier::extract::clause {

/// The form of the predicate at `head`.
VerbForm verb_form(const Tree& tree, std::uint32_t head);

/// Whether the word at `i` denies what it belongs to.
bool denies(const Tree& tree, std::uint32_t i);

}  // namespace dossier::extract::clause
