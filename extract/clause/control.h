// SPDX-License-Identifier: Apache-2.0
// What a verb or adjective implies about the infinitive it governs: "failed to" negates it, "agreed
// to" plans it.
#pragma once

#include <optional>
#include <string>

#include "extract/clause/reading.h"

namespace dossier::extract::clause {

/// The word that governs: "agree", of a copula its adjective ("able").
std::string control_word(const Tree& tree, const Predicate& verb);
/// What `verb` implies about `here` ("agreed to send" -> planned); none if nothing is
/// known.
std::optional<Modality> control_modality(const Tree& tree, const Predicate& here,
                                         const Predicate& verb);

}  // namespace dossier::extract::clause
