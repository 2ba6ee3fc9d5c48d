// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_pages.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "extract/reader/unpack.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Letters joined for print, U+FB00 to U+FB06.
constexpr std::u32string_view kLigatures[] = {U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};

std::u32string code_points(const poppler::ustring& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U16_NEXT(text.data(), i, text.size(), c);
    if (c >= 0xFB00 && c <= 0xFB06) {
      out += kLigatures[c - 0xFB00];
    } else if (c >= 0x20) {
      out += U16_IS_SURROGATE(c) ? U'\uFFFD' : static_cast<char32_t>(c);
    }
  }
  return out;
}

std::string info_text(const poppler::document& pdf, const char* key) {
  return to_utf8(trim(code_points(pdf.info_key(key))));
}

/// "D:20210503114500Z" as an ISO day; empty for anything else.
std::string info_day(std::string text) {
  if (text.starts_with("D:")) text.erase(0, 2);
  if (text.size() < 8) return {};
  const std::string day = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
  return parse_iso_day(day) ? day : std::string();
}

bool same_line(const PdfLine& line, const poppler::rectf& word) {
  const double overlap = std::min(line.bottom, word.bottom()) - std::max(line.top, word.top());
  const double lower = std::min(line.height(), word.bottom() - word.top());
  const double gap = word.left() - line.right;
  return overlap > lower / 2 && gap > -line.height() / 2 && gap < line.height() * 4;
}

PdfPage read_page(const poppler::page& page) {
  PdfPage result;
  result.height = page.page_rect().height();
  bool space = false;
  for (const poppler::text_box& word : page.text_list()) {
    const std::u32string text = code_points(word.text());
    const poppler::rectf box = word.bbox();
    if (trim(text).empty()) continue;
    if (result.lines.empty() || !same_line(result.lines.back(), box)) {
      result.lines.push_back({{}, box.left(), box.right(), box.top(), box.bottom(), box.width()});
      space = false;
    }
    PdfLine& line = result.lines.back();
    const bool apart = box.left() - line.right > line.height() / 10;
    if (!line.text.empty() && (space || apart)) line.text += U' ';
    line.text += text;
    line.right = std::max(line.right, box.right());
    line.top = std::min(line.top, box.top());
    line.bottom = std::max(line.bottom, box.bottom());
    space = word.has_space_after();
  }
  return result;
}

std::unique_ptr<poppler::document> open(std::string_view bytes, const std::string& source) {
  // What poppler finds wrong with a file it would tell the terminal.
  static std::once_flag quiet;
  std::call_once(
      quiet, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
  std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!pdf) refuse_source(source, "the PDF is damaged");
  if (pdf->is_locked()) refuse_source(source, "the PDF is encrypted and needs a password");
  return pdf;
}

}  // namespace

PdfPages read_pdf_pages(std::string_view bytes, const std::string& source_name,
                        const ReadLimits& limits) {
  const std::unique_ptr<poppler::document> pdf = open(bytes, source_name);
  PdfPages result;
  std::size_t characters = 0;
  for (int i = 0; i < pdf->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(pdf->create_page(i));
    // A page that cannot be read is a gap in the document, no reason to refuse the others.
    if (!page) continue;
    result.pages.push_back(read_page(*page));
    for (const PdfLine& line : result.pages.back().lines) characters += line.text.size();
    refuse_beyond(limits.text, characters, source_name);
  }
  if (characters == 0)
    refuse_source(source_name, "the PDF holds no text (a scan needs to be recognised first)");
  result.title = info_text(*pdf, "Title");
  result.author = info_text(*pdf, "Author");
  result.date = info_day(info_text(*pdf, "CreationDate"));
  return result;
}

}  // namespace dossier::extract
