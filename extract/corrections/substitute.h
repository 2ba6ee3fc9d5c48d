// SPDX-License-Identifier: Apache-2.0
// Replaces one term by another, inside triple terms too.
#pragma once

#include "dossier/term.h"

namespace dossier::extract {

bool speaks_of(const Term& term, const Term& thing);
bool speaks_of(const Triple& triple, const Term& thing);
Term substitute(const Term& term, const Term& from, const Term& to);
Triple substitute(const Triple& triple, const Term& from, const Term& to);

}  // namespace dossier::extract
