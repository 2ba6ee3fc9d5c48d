// SPDX-License-Identifier: Apache-2.0
// Facts without an object ("he passed away"). Private to desk/.
#pragma once

#include "dossier/term.h"

namespace dossier {

/// Whether a term stands where a fact has no object.
bool is_no_object(const Term& term);

}  // namespace dossier
