// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/line_drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "repl/format/display_width.h"

namespace dossier::repl {
namespace {

struct Place {
  std::size_t row = 0, column = 0;
};

std::size_t bytes_of_character(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0xC0) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

/// Where the cursor stands behind a text: behind a full row it is at the beginning of the next. A
/// wide letter is never broken in two.
Place place_behind(std::string_view text, Place at, std::size_t columns) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t bytes = std::min(bytes_of_character(text[i]), text.size() - i);
    const std::size_t width = display_width(text.substr(i, bytes));
    if (at.column + width > columns) at = {at.row + 1, 0};
    at.column += width;
    i += bytes;
  }
  return at.column == columns ? Place{at.row + 1, 0} : at;
}

std::string up(std::size_t rows) { return rows == 0 ? "" : fmt::format("\x1b[{}A", rows); }
std::string right(std::size_t columns) {
  return columns == 0 ? "" : fmt::format("\x1b[{}C", columns);
}

}  // namespace

std::string drawn_over(const TypedLine& line, const Highlighter& highlighter) {
  if (line.text.empty() || line.text.find('\n') != std::string_view::npos) return {};
  const Place begin = place_behind(line.prompt, {}, line.columns);
  const Place cursor = place_behind(line.text.substr(0, line.cursor), begin, line.columns);
  const Place end = place_behind(line.text, begin, line.columns);
  if (end.row >= line.most_rows || (end.row == 0 && !highlighter)) return {};
  std::string out = "\r" + up(cursor.row) + right(begin.column);
  out += highlighter ? highlighter(line.text) : std::string(line.text);
  if (end.row > 0 && end.column == 0) out += ' ';  // begins the next row
  return out + "\r" + up(end.row - cursor.row) + right(cursor.column);
}

std::string taken_off(const TypedLine& line, std::size_t old_columns) {
  const std::size_t width =
      display_width(line.prompt) + display_width(line.text.substr(0, line.cursor));
  // Behind the last letter, which now ends a row, the cursor still stands on that row; unless a
  // space behind it began the next one.
  const bool on_letter = line.cursor < line.text.size() || width % old_columns == 0;
  const std::size_t rows = (width == 0 || on_letter ? width : width - 1) / line.columns;
  return "\r" + up(rows) + "\x1b[J";
}

}  // namespace dossier::repl
