// SPDX-License-Identifier: Apache-2.0
// The words of a PDF, in lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/read_settings.h"

namespace dossier::extract {

/// A line of one column. Places are in points from the page's left and upper edge.
struct PdfLine {
  std::u32string text;
  double left = 0, right = 0, top = 0, bottom = 0;
  double first_word = 0;  ///< width
  double letters = 0;     ///< height of its highest word

  double height() const { return letters > 0 ? letters : bottom - top; }
};

struct PdfPage {
  double height = 0;
  std::vector<PdfLine> lines;  ///< in reading order
};

struct PdfPages {
  std::vector<PdfPage> pages;
  std::string title, author, date;  ///< of the document's information; the date as ISO day
};

/// Reads all pages with the program dossier-pdf, started for this document. Throws Error(input) for
/// a damaged file, one that needs a password, and one with more than `limits.text` characters;
/// Error(limit) for one that takes more time or memory than `settings.pdf` grants;
/// Error(unsupported) when there is no such program; and what the interruption throws. Thread-safe.
PdfPages read_pdf_pages(std::string_view bytes, const std::string& source_name,
                        const ReadSettings& settings);

}  // namespace dossier::extract
