// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Of a line's height: white space between lines of one paragraph, at most.
constexpr double kWidestGap = 1.5;

bool same_size(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.height() - b.height()) <= kSameSize * std::max(a.height(), b.height());
}

bool is_item(std::u32string_view text) {
  return text.size() > 2 && (text[0] == U'\u2022' || text[0] == U'\u25AA' || text[0] == U'\u25CF' ||
                             (is_dash(text[0]) && text[1] == U' '));
}

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

PageLayout::PageLayout(const PdfPage& page) : lines_(page.lines) {
  // A line that begins in the middle of a sentence shows the gap inside paragraphs; on a page of
  // short ones most gaps are between them.
  std::vector<double> gaps, inside;
  for (std::size_t i = 1; i < lines_.size(); ++i) {
    const double gap = lines_[i].top - lines_[i - 1].bottom;
    if (!same_size(lines_[i], lines_[i - 1]) || !below(i)) continue;
    gaps.push_back(gap);
    if (is_lower(lines_[i].text.front()) && !ends_like_prose(lines_[i - 1].text))
      inside.push_back(gap);
  }
  usual_gap_ = median(std::move(inside.empty() ? gaps : inside));
}

bool PageLayout::begins_paragraph(std::size_t i) const {
  const PdfLine& line = lines_[i];
  const PdfLine& before = lines_[i - 1];
  if (!same_size(line, before) || is_item(line.text)) return true;
  // Set to the right, such as the date of a letter: lower, but below nothing.
  const bool beside = line.left >= before.right || line.right <= before.left;
  if (line.top >= before.bottom - line.height() / 4 && beside) return true;
  // Set to the right, line by line, as addresses are.
  const bool ragged = std::abs(line.left - before.left) > line.height() * 2;
  if (ragged && below(i) && std::abs(line.right - before.right) < line.height() / 10) return true;
  // Into the next column a sentence may run on.
  if (!below(i)) return !runs_on(before, line) || is_short(before);
  const double height = line.height();
  // On a page of few lines any gap is usual.
  const double gap = line.top - before.bottom;
  if (gap > usual_gap_ + height / 2 || gap > height * kWidestGap) return true;
  const bool indented = line.left - before.left > height * 0.8;
  return (indented && !is_item(before.text)) || had_room(before, line);
}

bool PageLayout::ends_before(const PdfLine& last, double page_height) const {
  constexpr double kFoot = 0.7;
  if (lines_.empty() || is_lower(lines_.front().text.front())) return false;
  return last.bottom < page_height * kFoot ||
         room_behind(last) > lines_.front().first_word + lines_.front().height();
}

bool PageLayout::runs_on(const PdfLine& before, const PdfLine& line) {
  return same_size(before, line) && !line.text.empty() && !ends_like_prose(before.text) &&
         !is_item(line.text);
}

bool PageLayout::below(std::size_t i) const {
  return lines_[i].top >= lines_[i - 1].top && lines_[i].left < lines_[i - 1].right;
}

bool PageLayout::is_short(const PdfLine& line) const {
  double widest = 0;
  for (const PdfLine& other : lines_) {
    if (other.left < line.right && line.left < other.right && same_size(other, line))
      widest = std::max(widest, other.right - other.left);
  }
  return (line.right - line.left) * 2 < widest;
}

bool PageLayout::had_room(const PdfLine& before, const PdfLine& line) const {
  if (!ends_like_prose(before.text) && is_lower(line.text.front())) return false;
  return room_behind(before) > line.first_word + line.height();
}

double PageLayout::room_behind(const PdfLine& line) const {
  double right = line.right;
  for (const PdfLine& other : lines_) {
    if (other.left < line.right && line.left < other.right && same_size(other, line))
      right = std::max(right, other.right);
  }
  return right - line.right;
}

}  // namespace dossier::extract
