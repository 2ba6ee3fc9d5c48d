// SPDX-License-Identifier: Apache-2.0
// Revises the types and extents of names by what the rest of the document says about them.
#pragma once

#include "extract/document.h"

namespace dossier::extract {

/// Completes names of countries ("United Mexican States"). Plural nouns cease to be people, a name
/// described as a company becomes an organisation, and the surname of a person named in full
/// becomes a person, except after "in" and the like. Mentions stay in the order of the text.
void revise_names(Analysis& analysis);

}  // namespace dossier::extract
