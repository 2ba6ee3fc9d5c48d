// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_margins.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Heads and feet stand in the outer parts of a page, and on so many of the pages: 2 of 5.
constexpr double kMargin = 0.15;
constexpr std::size_t kLeastPages = 2;

bool in_margin(const PdfLine& line, const PdfPage& page) {
  return line.bottom < page.height * kMargin || line.top > page.height * (1 - kMargin);
}

/// In lower case, every number one sign.
std::u32string form_of(std::u32string_view text) {
  std::u32string form;
  for (const char32_t c : to_lower(text)) {
    if (!is_digit(c)) {
      form += c;
    } else if (form.empty() || form.back() != U'#') {
      form += U'#';
    }
  }
  return form;
}

/// "7", "- 7 -", "Page 7 of 12", "7/12", "vii".
bool is_page_number(std::u32string_view text) {
  std::u32string bare;
  for (const char32_t c : form_of(text)) {
    if (is_letter(c) || c == U'#') bare += c;
  }
  static constexpr auto kForms = std::to_array<std::u32string_view>(
      {U"#", U"##", U"page#", U"page#of#", U"#of#", U"p#", U"pg#"});
  if (std::find(kForms.begin(), kForms.end(), bare) != kForms.end()) return true;
  return !bare.empty() && bare.size() <= 6 &&
         bare.find_first_not_of(U"ivxl") == std::u32string::npos;
}

}  // namespace

std::vector<PdfLine> take_margins(std::vector<PdfPage>& pages) {
  std::map<std::u32string, std::size_t> seen;
  for (const PdfPage& page : pages) {
    std::set<std::u32string> forms;
    for (const PdfLine& line : page.lines) {
      if (in_margin(line, page)) forms.insert(form_of(line.text));
    }
    for (const std::u32string& form : forms) ++seen[form];
  }
  std::vector<PdfLine> kept;
  std::set<std::u32string> known;
  for (PdfPage& page : pages) {
    std::erase_if(page.lines, [&](const PdfLine& line) {
      if (!in_margin(line, page)) return false;
      if (is_page_number(line.text)) return true;
      const std::u32string form = form_of(line.text);
      if (seen[form] < kLeastPages || seen[form] * 5 < pages.size() * 2) return false;
      if (known.insert(form).second) kept.push_back(line);
      return true;
    });
  }
  return kept;
}

}  // namespace dossier::extract
