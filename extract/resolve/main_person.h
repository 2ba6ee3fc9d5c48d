// SPDX-License-Identifier: Apache-2.0
// Who a document is about: a biography, an obituary, a profile.
#pragma once

#include "extract/document.h"

namespace dossier::extract::resolve {

/// The name of the person who is the whole headline, or of whom the first sentence says who that
/// is: "Anna Berg (1869-1951) was a cartographer". Null where a document begins otherwise. Needs
/// names and trees. The mention stays the analysis's.
const Mention* main_person(const Analysis& analysis);

}  // namespace dossier::extract::resolve
