// SPDX-License-Identifier: Apache-2.0
// Tags the parser took wrongly, set right where the words around prove it.
#pragma once

#include "extract/document.h"

namespace dossier::extract::clause {

/// "established contact with X", read as "to contact": a bare infinitive behind a verb that takes
/// none is the verb's object.
void mend_bare_infinitives(Sentence& sentence);

}  // namespace dossier::extract::clause
