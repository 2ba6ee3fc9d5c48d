// SPDX-License-Identifier: Apache-2.0
// The order in which the columns of a page are read.
#pragma once

#include "extract/reader/pdf_pages.h"

namespace dossier::extract {

/// Between two lines over the whole width, what stands in the left of two columns of running text
/// comes before what stands in the right one. Tables, and pages without such columns, stay.
void order_columns(PdfPage& page);

}  // namespace dossier::extract
