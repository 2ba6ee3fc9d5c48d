// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_raised.h"

#include <algorithm>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestMark = 6;
constexpr double kSmaller = 0.85;    ///< of the line's height, at most
constexpr double kHigher = 0.1;      ///< of the line's height above its foot, at least
constexpr double kWidestGap = 0.35;  ///< of the line's height
/// Units are shorter than words that have notes: "km", "m", "CO".
constexpr std::size_t kLeastWord = 4;

bool is_mark(char32_t c) {
  return is_digit(c) || is_letter(c) ||
         std::u32string_view(U",*+-\u2212\u2020\u2021\u00A7()").find(c) !=
             std::u32string_view::npos;
}

char32_t superscript(char32_t c) {
  static constexpr std::u32string_view kFigures =
      U"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
  if (is_digit(c)) return kFigures[c - U'0'];
  return c == U'-' || c == 0x2212 ? U'\u207B' : c;
}

}  // namespace

bool is_raised(const PdfLine& line, const PdfBox& box, std::u32string_view text) {
  if (text.size() > kLongestMark || !std::all_of(text.begin(), text.end(), is_mark)) return false;
  const double height = line.height(), gap = box.left - line.right;
  return box.bottom - box.top < height * kSmaller && box.bottom < line.bottom - height * kHigher &&
         box.bottom > line.top && gap > -height * kWidestGap && gap < height * kWidestGap;
}

void append_raised(std::u32string& line, std::u32string_view text) {
  if (line.empty()) return;
  const auto words = split_words(line);
  if (words.empty()) return;
  const std::u32string_view last = words.back();
  const bool number = is_digit(last.back());
  if (number && is_letter(text.front())) {
    line += text;
    return;
  }
  const bool note = !number && (last.size() >= kLeastWord || !is_letter(last.back()));
  if (note || !is_digit(text.back())) return;
  for (const char32_t c : text) line += superscript(c);
}

}  // namespace dossier::extract
