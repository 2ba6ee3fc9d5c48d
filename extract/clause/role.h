// SPDX-License-Identifier: Apache-2.0
// Finds who holds which post, from titles next to names, appositions, possessives and copulas; and
// which city is the capital of which country.
#pragma once

#include <vector>

#include "extract/document.h"

namespace dossier::extract::clause {

/// One frame of a role for each holder and title; it has no object where the text names no
/// organisation or country. The role of a city, "capital", has no title.
std::vector<Frame> roles_of(const Sentence& sentence);

}  // namespace dossier::extract::clause
