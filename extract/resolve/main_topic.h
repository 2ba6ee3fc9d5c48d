// SPDX-License-Identifier: Apache-2.0
// Who or what a document is about: a biography, an obituary, a page of a travel guide.
#pragma once

#include "extract/document.h"

namespace dossier::extract::resolve {

/// The name of the person who is the whole headline, or of whom the first sentence says who that
/// is: "Anna Berg (1869-1951) was a cartographer". Null where a document begins otherwise. Needs
/// names and trees. The mention stays the analysis's.
const Mention* main_person(const Analysis& analysis);

/// The same of a town, region or country: "Halvik is a port in the north". No country of a
/// headline alone, which may be about anything there.
const Mention* main_place(const Analysis& analysis);

/// The company whose news a document is: the body that the headline names and the first sentence
/// names first, near its beginning. Null where they do not agree.
const Mention* main_company(const Analysis& analysis);

}  // namespace dossier::extract::resolve
