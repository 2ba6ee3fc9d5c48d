// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/apparatus.h"
#include "extract/reader/divided_word.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/letterhead.h"
#include "extract/reader/lines.h"
#include "extract/reader/pdf_columns.h"
#include "extract/reader/pdf_layout.h"
#include "extract/reader/pdf_margins.h"
#include "extract/reader/pdf_pages.h"
#include "extract/reader/pdf_title.h"
#include "extract/reader/written_date.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr double kNoteSize = 0.9;  ///< of the usual size, at most

std::vector<PdfParagraph> paragraphs_of(const std::vector<PdfPage>& pages) {
  std::vector<PdfParagraph> paragraphs;
  const PdfLine* last = nullptr;
  double height_before = 0;
  std::uint32_t number = 0;
  for (const PdfPage& page : pages) {
    const PageLayout layout(page);
    ++number;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const PdfLine& line = page.lines[i];
      const bool begins = i > 0 ? layout.begins_paragraph(i)
                                : last == nullptr || !PageLayout::runs_on(*last, line) ||
                                      layout.ends_before(*last, height_before);
      if (begins) {
        const bool upper = &page == &pages.front() && line.bottom < page.height / 2;
        paragraphs.push_back({{}, line.height(), upper, line.top, line.bottom, {}});
      }
      if (paragraphs.back().pages.empty() || paragraphs.back().pages.back().page != number)
        paragraphs.back().pages.push_back(
            {static_cast<std::uint32_t>(paragraphs.back().text.size()), number, {}});
      append_line(paragraphs.back().text, line.text);
      if (paragraphs.back().pages.size() == 1) paragraphs.back().bottom = line.bottom;
      last = &line;
    }
    height_before = page.height;
  }
  return paragraphs;
}

/// "1 Letter of the keepers": a note at the foot of a page, in smaller letters.
bool is_foot_note(const PdfParagraph& paragraph, double usual) {
  // "1 December 2021", in small letters at the top
  const auto date = find_date(paragraph.text);
  if (date && date->begin == 0) return false;
  return paragraph.size < usual * kNoteSize && !paragraph.text.empty() &&
         (is_digit(paragraph.text[0]) || paragraph.text[0] == U'*' || paragraph.text[0] == U'[');
}

/// "1 Letter of the keepers": without its number.
void drop_note_number(std::u32string& text) {
  constexpr std::size_t kMostDigits = 3;
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  const bool number = end > 0 && end <= kMostDigits && end + 1 < text.size() &&
                      is_space(text[end]) && is_upper(text[end + 1]);
  if (number) std::fill_n(text.begin(), end, U' ');
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
  for (PdfParagraph& paragraph : paragraphs)
    if (is_foot_note(paragraph, usual)) drop_note_number(paragraph.text);
  join_titles(paragraphs, usual);
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
