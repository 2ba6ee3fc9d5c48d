// SPDX-License-Identifier: Apache-2.0
// The title of a PDF file, by the size of its letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/source_text.h"

namespace dossier::extract {

struct PdfParagraph {
  std::u32string text;
  double size = 0;  ///< height of its lines
  bool upper_half = false;
  double top = 0, bottom = 0;   ///< of its lines on the page that it begins on
  std::vector<Position> pages;  ///< where each begins in `text`
};

/// Adds a line to a paragraph; a word that the end of the line before divides becomes one.
void append_line(std::u32string& paragraph, std::u32string_view line);

/// Joins the lines of a title that stand in paragraphs of their own. `usual`: the height of most
/// letters.
void join_titles(std::vector<PdfParagraph>& paragraphs, double usual);

/// The paragraph in the largest letters in the upper half of the first page; nullptr: none.
const PdfParagraph* title_of(const std::vector<PdfParagraph>& paragraphs, double usual);

}  // namespace dossier::extract
