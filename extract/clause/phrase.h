// SPDX-License-Identifier: Apache-2.0
// Noun phrases in a tree: their extent, and the part of it that becomes a fact's argument.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/clause/tree.h"

namespace dossier::extract::clause {

/// The noun phrase at `noun` alone: its modifiers and "of" phrases, without its preposition, its
/// conjuncts, appositions and clauses. A name is never cut. `whole`: also with the prepositional
/// phrases a noun governs ("talks with X").
Argument phrase(const Tree& tree, std::uint32_t noun, bool whole = true);
/// "X, Y and Z": one phrase each, `noun` first.
std::vector<Argument> phrases(const Tree& tree, std::uint32_t noun);
/// `noun` and its nominal conjuncts.
std::vector<std::uint32_t> conjuncts(const Tree& tree, std::uint32_t noun);
/// A noun with its conjuncts as an argument that is attached by `noun`'s arc.
FrameArgument noun_argument(const Tree& tree, ArgumentRole role, std::uint32_t noun,
                            TokenRange extent);
/// The preposition of `noun`, words joined by "_"; empty where it has none.
std::string preposition(const Tree& tree, std::uint32_t noun);
/// "the fire at the harbour of Kiel", "an attack in Kabul": which event, by its place.
bool tells_event(const Tree& tree, std::uint32_t noun, std::uint32_t place);
/// "no visitors", "neither side", "nobody".
bool is_negative(const Tree& tree, std::uint32_t noun);
/// "who", "which", "that" of a relative clause.
bool is_relative_pronoun(const Tree& tree, std::uint32_t i);
/// "told X to go", "urged X to go": X.
std::optional<std::uint32_t> who_is_asked(const Tree& tree, std::uint32_t verb);
/// Whether a phrase is about this person or thing by a pronoun.
bool is_pronoun(const Tree& tree, std::uint32_t i);

}  // namespace dossier::extract::clause
