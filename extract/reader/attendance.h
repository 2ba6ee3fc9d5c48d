// SPDX-License-Identifier: Apache-2.0
// Lists of those who came to a meeting, in its minutes.
#pragma once

#include "extract/document.h"

namespace dossier::extract {

/// Finds the lists of a document that has its paragraphs: "Present:" or "Apologies" with the names
/// behind it or in the paragraphs below, as long as these are names. Fills in
/// Document::attendance, and Paragraph::attendance of the paragraphs.
void find_attendance(Document& document);

}  // namespace dossier::extract
