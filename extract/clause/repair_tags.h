// SPDX-License-Identifier: Apache-2.0
// Repairs part-of-speech tags that the surrounding words prove wrong.
#pragma once

#include "extract/document.h"

namespace dossier::extract::clause {

/// Turns a bare infinitive after a verb that takes none into the verb's object: "contact" in
/// "established contact with X".
void repair_bare_infinitives(Sentence& sentence);

}  // namespace dossier::extract::clause
