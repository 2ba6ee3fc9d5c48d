// SPDX-License-Identifier: Apache-2.0
// Which lines of a PDF's page make a paragraph, by the white space around them.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/reader/pdf_pages.h"

namespace dossier::extract {

/// Letters of two sizes differ by more than this share of the larger.
inline constexpr double kSameSize = 0.15;

/// The middle one by size; 0 of none.
double median(std::vector<double> values);

/// Over a page that must outlive it.
class PageLayout {
 public:
  explicit PageLayout(const PdfPage& page);

  /// Whether line `i`, not the first, begins a paragraph.
  bool begins_paragraph(std::size_t i) const;

  /// The last line of the page before had room for the first word of this page, as this page's
  /// other lines show, or stood far above the foot of its page.
  bool ends_before(const PdfLine& last, double page_height) const;

  /// Whether a sentence of one line may go on in the other.
  static bool runs_on(const PdfLine& before, const PdfLine& line);

 private:
  bool below(std::size_t i) const;
  /// A heading at the foot of a column, which the next column does not go on with.
  bool is_short(const PdfLine& line) const;
  /// A line that had room for the next word was ended on purpose, unless a sentence runs over it.
  bool had_room(const PdfLine& before, const PdfLine& line) const;
  /// From the end of a line to that of the longest above or below it on this page.
  double room_behind(const PdfLine& line) const;

  const std::vector<PdfLine>& lines_;
  double usual_gap_ = 0;
};

}  // namespace dossier::extract
