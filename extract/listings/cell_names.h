// SPDX-License-Identifier: Apache-2.0
// Names in the cells of tables: what a row is about, and what headers say the cells name.
#pragma once

#include "extract/document.h"

namespace dossier::extract {

/// Comes after the names of a document are found, and before entities are made of them. A name ends
/// with its cell. A cell below "Country" or "Member", or that a row is about, is a name as a whole
/// if it is written as one; a header that says of what class it is outweighs how the name looks.
void name_cells(Analysis& analysis);

}  // namespace dossier::extract
