// SPDX-License-Identifier: Apache-2.0
// Names as the rest of the document shows them to be.
#pragma once

#include "extract/document.h"

namespace dossier::extract::resolve {

/// Countries made whole ("Syrian Arab Republic"); plural nouns are no people; a name that is said
/// to be a company is an organisation; the surname of somebody named in full is a person wherever
/// it stands, unless behind "in" and the like. Mentions stay in the order of the text.
void mend_names(Analysis& analysis);

}  // namespace dossier::extract::resolve
