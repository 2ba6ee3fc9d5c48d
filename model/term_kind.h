// SPDX-License-Identifier: Apache-2.0
// The kind of id a term has when it is not inline.
#pragma once

#include "dossier/term.h"
#include "model/term_id.h"

namespace dossier {

/// iri, blank_node, triple, or the dictionary kind of a literal.
TermId::Kind numbered_kind(const Term& term);

}  // namespace dossier
