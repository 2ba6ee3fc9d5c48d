// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "extract/reader/apparatus.h"
#include "extract/reader/divided_word.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/lines.h"
#include "extract/reader/pdf_columns.h"
#include "extract/reader/pdf_margins.h"
#include "extract/reader/pdf_pages.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
/// Letters so much larger than the page's usual ones are a title's.
constexpr double kTitleSize = 1.2;
constexpr double kSameSize = 0.15;
constexpr double kNoteSize = 0.9;  ///< of the usual size, at most

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool same_size(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.height() - b.height()) <= kSameSize * std::max(a.height(), b.height());
}

bool is_item(std::u32string_view text) {
  return text.size() > 2 && (text[0] == U'\u2022' || text[0] == U'\u25AA' || text[0] == U'\u25CF' ||
                             (is_dash(text[0]) && text[1] == U' '));
}

/// Lines of one page to paragraphs, by the white space around them.
class PageLayout {
 public:
  explicit PageLayout(const PdfPage& page) : lines_(page.lines) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const double gap = lines_[i].top - lines_[i - 1].bottom;
      if (same_size(lines_[i], lines_[i - 1]) && below(i)) gaps.push_back(gap);
    }
    usual_gap_ = median(std::move(gaps));
  }

  /// Whether line `i`, not the first, begins a paragraph.
  bool begins_paragraph(std::size_t i) const {
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
    if (line.top - before.bottom > usual_gap_ + height / 2) return true;
    const bool indented = line.left - before.left > height * 0.8;
    return (indented && !is_item(before.text)) || had_room(before, line);
  }

  static bool runs_on(const PdfLine& before, const PdfLine& line) {
    return same_size(before, line) && !line.text.empty() && !ends_like_prose(before.text) &&
           !is_item(line.text);
  }

 private:
  bool below(std::size_t i) const {
    return lines_[i].top >= lines_[i - 1].top && lines_[i].left < lines_[i - 1].right;
  }

  /// A heading at the foot of a column, which the next column does not go on with.
  bool is_short(const PdfLine& line) const {
    double widest = 0;
    for (const PdfLine& other : lines_) {
      if (other.left < line.right && line.left < other.right && same_size(other, line))
        widest = std::max(widest, other.right - other.left);
    }
    return (line.right - line.left) * 2 < widest;
  }

  /// A line that had room for the next word was ended on purpose, unless a sentence runs over it.
  bool had_room(const PdfLine& before, const PdfLine& line) const {
    if (!ends_like_prose(before.text) && is_lower(line.text.front())) return false;
    double right = before.right;
    for (const PdfLine& other : lines_) {
      if (other.left < before.right && before.left < other.right && same_size(other, before))
        right = std::max(right, other.right);
    }
    return right - before.right > line.first_word + line.height();
  }

  const std::vector<PdfLine>& lines_;
  double usual_gap_ = 0;
};

void append_line(std::u32string& paragraph, std::u32string_view line) {
  if (paragraph.empty()) {
    paragraph = line;
  } else if (paragraph.back() == kSoftHyphen) {
    paragraph.back() = line.front();
    paragraph += line.substr(1);
  } else if (paragraph.back() == U'-' && divides_word(paragraph, line)) {
    paragraph.pop_back();
    paragraph += line;
  } else {
    if (!(paragraph.back() == U'-' && paragraph.size() > 1 &&
          is_letter(paragraph[paragraph.size() - 2])))
      paragraph += U' ';
    paragraph += line;
  }
}

struct PdfParagraph {
  std::u32string text;
  double size = 0;  ///< height of its lines
  bool upper_half = false;
  std::vector<Position> pages;  ///< where each begins in `text`
};

std::vector<PdfParagraph> paragraphs_of(const std::vector<PdfPage>& pages) {
  std::vector<PdfParagraph> paragraphs;
  const PdfLine* last = nullptr;
  std::uint32_t number = 0;
  for (const PdfPage& page : pages) {
    const PageLayout layout(page);
    ++number;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const PdfLine& line = page.lines[i];
      const bool begins =
          i > 0 ? layout.begins_paragraph(i) : last == nullptr || !PageLayout::runs_on(*last, line);
      if (begins) {
        const bool upper = &page == &pages.front() && line.bottom < page.height / 2;
        paragraphs.push_back({{}, line.height(), upper, {}});
      }
      if (paragraphs.back().pages.empty() || paragraphs.back().pages.back().page != number)
        paragraphs.back().pages.push_back(
            {static_cast<std::uint32_t>(paragraphs.back().text.size()), number, {}});
      append_line(paragraphs.back().text, line.text);
      last = &line;
    }
  }
  return paragraphs;
}

/// "1 Letter of the keepers": a note at the foot of a page, in smaller letters.
bool is_foot_note(const PdfParagraph& paragraph, double usual) {
  return paragraph.size < usual * kNoteSize && !paragraph.text.empty() &&
         (is_digit(paragraph.text[0]) || paragraph.text[0] == U'*' || paragraph.text[0] == U'[');
}

/// A sentence that a caption or a note parts is joined before it.
void join_over_interruptions(std::vector<PdfParagraph>& paragraphs, double usual) {
  std::vector<PdfParagraph> joined;
  std::size_t open = 0;  ///< the last of `joined` that is neither
  for (PdfParagraph& paragraph : paragraphs) {
    const bool interrupts = is_foot_note(paragraph, usual) || is_caption(paragraph.text);
    const bool goes_on = !interrupts && open + 1 < joined.size() && is_lower(paragraph.text[0]) &&
                         !ends_like_prose(joined[open].text) &&
                         std::abs(paragraph.size - joined[open].size) <= kSameSize * usual;
    if (!goes_on) {
      joined.push_back(std::move(paragraph));
      if (!interrupts) open = joined.size() - 1;
      continue;
    }
    std::u32string& text = joined[open].text;
    append_line(text, paragraph.text);
    const std::size_t begin = text.size() - std::min(text.size(), paragraph.text.size());
    for (const Position& page : paragraph.pages)
      if (page.page != joined[open].pages.back().page)
        joined[open].pages.push_back(
            {static_cast<std::uint32_t>(begin + page.begin), page.page, {}});
  }
  paragraphs = std::move(joined);
}

/// The size most of the text is set in.
double usual_size(const std::vector<PdfPage>& pages) {
  std::vector<double> sizes;
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) sizes.push_back(line.height());
  }
  return median(std::move(sizes));
}

const PdfParagraph* title_of(const std::vector<PdfParagraph>& paragraphs, double usual) {
  const PdfParagraph* title = nullptr;
  for (const PdfParagraph& paragraph : paragraphs) {
    if (!paragraph.upper_half || paragraph.size < usual * kTitleSize) continue;
    // "PRESS RELEASE" is often the largest of all.
    if (is_release_line(paragraph.text)) continue;
    const bool kind = title != nullptr && split_words(title->text).size() == 1 &&
                      paragraph.size >= title->size * (1 - kSameSize);
    if (title == nullptr || kind || paragraph.size > title->size * (1 + kSameSize))
      title = &paragraph;
  }
  return title;
}

}  // namespace

SourceText pdf_text(std::string_view bytes, const std::string& source_name,
                    const ReadSettings& settings) {
  PdfPages pdf = read_pdf_pages(bytes, source_name, settings);
  SourceText source;
  source.may_have_boilerplate = true;
  source.guesses_headline = true;
  source.facts.title = pdf.title;
  source.facts.date = pdf.date;
  source.facts.author = pdf.author;
  source.facts.date_outweighs_text = false;
  source.facts.author_may_be_typist = true;
  for (const PdfLine& line : take_margins(pdf.pages))
    source.boilerplate.push_back(add_block(source, line.text));
  for (PdfPage& page : pdf.pages) order_columns(page);
  std::vector<PdfParagraph> paragraphs = paragraphs_of(pdf.pages);
  const double usual = usual_size(pdf.pages);
  join_over_interruptions(paragraphs, usual);
  const PdfParagraph* const title = title_of(paragraphs, usual);
  for (const PdfParagraph& paragraph : paragraphs) {
    const TextSpan span = add_block(source, paragraph.text);
    if (&paragraph == title) source.headline = span;
    for (const Position& page : paragraph.pages)
      source.positions.push_back({span.begin + page.begin, page.page, {}});
  }
  return source;
}

}  // namespace dossier::extract
