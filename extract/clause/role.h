// SPDX-License-Identifier: Apache-2.0
// Finds who holds which post, from titles next to names, appositions, possessives and copulas; and
// which city is the capital of which country.
#pragma once

#include <vector>

#include "extract/document.h"

namespace dossier::extract::clause {

/// Each clause has role_title (not for capitals), relation "TITLE_of", and no object where the text
/// names no organisation or country.
std::vector<Clause> roles_of(const Sentence& sentence);

/// The frame that says what the clause says.
Frame role_frame(const Clause& role);

}  // namespace dossier::extract::clause
