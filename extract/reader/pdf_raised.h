// SPDX-License-Identifier: Apache-2.0
// Small raised figures and letters in a line of a PDF: marks of notes, exponents, "th".
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/pdf_pages.h"

namespace dossier::extract {

struct PdfBox {
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// Whether a word stands smaller and higher, right behind the line.
bool is_raised(const PdfLine& line, const PdfBox& box, std::u32string_view text);

/// Adds it to the line: "th" behind a figure as it is, exponents as such ("m\u00B2"); the mark of a
/// note behind a word is no part of the text.
void append_raised(std::u32string& line, std::u32string_view text);

}  // namespace dossier::extract
