// SPDX-License-Identifier: Apache-2.0
// Who is meant by a noun that says what somebody is: "X is a player who won".
#pragma once

#include <optional>

#include "extract/clause/tree.h"

namespace dossier::extract::clause {

std::optional<std::uint32_t> nominal_subject(const Tree& tree, std::uint32_t head);

/// "X is a player who won", "X, a player who won": X, but not of "it is X who won"; "the player Y,
/// who won": Y. Else the noun.
std::uint32_t named_by(const Tree& tree, std::uint32_t noun);

/// Who does what a participle behind a noun says: who the noun names ("X is a club based in Oslo"),
/// or who lived through it ("her years working in Oslo"); nobody if that is not told.
std::optional<std::uint32_t> doer_beside(const Tree& tree, std::uint32_t participle);

}  // namespace dossier::extract::clause
