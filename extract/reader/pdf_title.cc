// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_title.h"

#include <algorithm>
#include <cmath>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/divided_word.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/letterhead.h"
#include "extract/reader/lines.h"
#include "extract/reader/pdf_layout.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kRealTitle = 4;  ///< words
constexpr char32_t kSoftHyphen = 0xAD;
/// Letters so much larger than the page's usual ones are a title's.
constexpr double kTitleSize = 1.2;

/// "HARBOUR FUND" above "Half of the Loans Were Never Checked", in letters of one size: a headline
/// of two parts.
void join_title(std::vector<PdfParagraph>& paragraphs, double usual) {
  for (std::size_t i = 0; i + 1 < paragraphs.size() && paragraphs[i].upper_half; ++i) {
    PdfParagraph& first = paragraphs[i];
    const PdfParagraph& second = paragraphs[i + 1];
    const bool large = first.size >= usual * kTitleSize &&
                       std::abs(first.size - second.size) <= kSameSize * usual / 2;
    // "Village Labour in" above "Upper Tessen": lines set in the middle.
    static const WordSet links("document_words", "title_link");
    const std::u32string lower = to_lower(split_words(first.text).back());
    const bool open = large && second.upper_half && links.contains(to_utf8(lower));
    if (open) {
      append_line(first.text, second.text);
      paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return;
    }
    const bool told = is_release_line(first.text) || names_record(first.text);
    if (!large || told || !second.upper_half || !is_all_upper(first.text) ||
        is_all_upper(second.text) || split_words(first.text).size() < 2)
      continue;
    first.text += U": " + second.text;
    paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return;
  }
}

/// Lines in the same large letters, one close below the other: a title that is set in the middle,
/// or that ends ragged.
void join_title_lines(std::vector<PdfParagraph>& paragraphs, double usual) {
  constexpr double kMostApart = 0.7;  // of the height of the letters
  constexpr std::size_t kLeastWords = 3, kMostWords = 25;
  const auto is_part = [&](const PdfParagraph& one) {
    const bool asks = !one.text.empty() && one.text.back() == U'?';
    return one.upper_half && one.size >= usual * kTitleSize &&
           (asks || !ends_like_prose(one.text)) && !is_release_line(one.text) &&
           !is_letterhead_line(one.text, Lexicon::builtin());
  };
  for (std::size_t i = 0; i + 1 < paragraphs.size() && paragraphs[i].upper_half;) {
    PdfParagraph& first = paragraphs[i];
    const PdfParagraph& second = paragraphs[i + 1];
    const double gap = second.top - first.bottom;
    const std::size_t words = split_words(first.text).size() + split_words(second.text).size();
    const bool one = is_part(first) && is_part(second) && gap < first.size * kMostApart &&
                     gap > -first.size &&
                     std::abs(first.size - second.size) <= kSameSize * usual / 2 &&
                     is_all_upper(first.text) == is_all_upper(second.text) &&
                     split_words(first.text).size() >= kLeastWords && words <= kMostWords;
    if (!one) {
      ++i;
      continue;
    }
    append_line(first.text, second.text);
    first.bottom = second.bottom;
    paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// "BRANDT", "S/2014/167"
bool is_sign(std::u32string_view text) {
  return split_words(text).size() == 1 &&
         (is_all_upper(text) || std::any_of(text.begin(), text.end(), is_digit));
}

}  // namespace

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

void join_titles(std::vector<PdfParagraph>& paragraphs, double usual) {
  join_title_lines(paragraphs, usual);
  join_title(paragraphs, usual);
}

const PdfParagraph* title_of(const std::vector<PdfParagraph>& paragraphs, double usual) {
  const PdfParagraph* title = nullptr;
  for (const PdfParagraph& paragraph : paragraphs) {
    if (!paragraph.upper_half || paragraph.size < usual * kTitleSize) continue;
    // "PRESS RELEASE" is often the largest of all.
    if (is_release_line(paragraph.text)) continue;
    // So is the one word of a company's sign, or the number of a paper.
    const bool sign = title != nullptr && is_sign(title->text) &&
                      paragraph.size >= usual * kTitleSize &&
                      split_words(paragraph.text).size() >= kRealTitle;
    const bool office = title != nullptr && is_letterhead_line(title->text, Lexicon::builtin()) &&
                        paragraph.size >= usual * kTitleSize;
    const bool kind = title != nullptr && split_words(title->text).size() == 1 &&
                      paragraph.size >= title->size * (1 - kSameSize);
    if (title == nullptr || kind || office || sign ||
        paragraph.size > title->size * (1 + kSameSize))
      title = &paragraph;
  }
  const bool number = title != nullptr && is_sign(title->text) &&
                      std::any_of(title->text.begin(), title->text.end(), is_digit);
  return number ? nullptr : title;
}

}  // namespace dossier::extract
