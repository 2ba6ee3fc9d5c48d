// SPDX-License-Identifier: Apache-2.0
// Running heads, feet and page numbers of a PDF.
#pragma once

#include <vector>

#include "extract/reader/pdf_pages.h"

namespace dossier::extract {

/// Takes page numbers and repeated heads and feet off the pages (numbers in them count as equal);
/// returns the first of each head and foot.
std::vector<PdfLine> take_margins(std::vector<PdfPage>& pages);

}  // namespace dossier::extract
