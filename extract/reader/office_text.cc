// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/office_text.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "extract/interruption.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostColumns = 1000;

}  // namespace

void OfficeText::open_paragraph(ParagraphStyle style) {
  Interruption::look();
  open_.push_back({{}, style, notes_ > 0});
}

void OfficeText::set_style(ParagraphStyle style) {
  if (!open_.empty()) open_.back().style = style;
}

void OfficeText::append(std::string_view utf8, bool bold, int size) {
  if (open_.empty()) return;
  Block& block = open_.back();
  const std::u32string text = to_code_points(utf8);
  if (std::any_of(text.begin(), text.end(), is_letter)) {
    const bool first = std::none_of(block.text.begin(), block.text.end(), is_letter);
    block.bold = bold && (first || block.bold);
    block.size = std::max(block.size, size);
  }
  block.text += text;
}

/// The size of most letters; 0 where none is told.
int OfficeText::size_of_text() const {
  std::map<int, std::size_t> letters;
  for (const Block& block : done_) letters[block.size] += block.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : most->first;
}

void OfficeText::close_paragraph() {
  if (open_.empty()) return;
  Block block = std::move(open_.back());
  open_.pop_back();
  block.text = trim(block.text);
  if (!block.text.empty() && block.style != ParagraphStyle::left_out) emit(std::move(block));
}

void OfficeText::emit(Block block) {
  if (tables_.empty() || tables_.back().rows.empty() || tables_.back().rows.back().cells.empty()) {
    done_.push_back(std::move(block));
    return;
  }
  std::u32string& cell = tables_.back().rows.back().cells.back().text;
  std::replace(block.text.begin(), block.text.end(), U'\n', U' ');
  cell += (cell.empty() ? U"" : U" ") + block.text;
}

void OfficeText::open_row(bool head) {
  if (!tables_.empty()) tables_.back().rows.push_back({{}, head});
}

void OfficeText::open_cell() {
  if (!tables_.empty() && !tables_.back().rows.empty())
    tables_.back().rows.back().cells.emplace_back();
}

void OfficeText::span_cell(std::string_view columns) {
  if (tables_.empty() || tables_.back().rows.empty() || tables_.back().rows.back().cells.empty())
    return;
  std::size_t number = 1;
  std::from_chars(columns.data(), columns.data() + columns.size(), number);
  tables_.back().rows.back().cells.back().columns =
      std::clamp<std::size_t>(number, 1, kMostColumns);
}

void OfficeText::mark_head_row() {
  if (!tables_.empty() && !tables_.back().rows.empty()) tables_.back().rows.back().head = true;
}

void OfficeText::close_table() {
  if (tables_.empty()) return;
  const Grid grid = std::move(tables_.back());
  tables_.pop_back();
  const std::vector<RowReading> readings = read_grid(grid);
  for (std::size_t i = 0; i < readings.size(); ++i) emit_row(grid.rows[i], readings[i]);
}

void OfficeText::emit_row(const GridRow& row, const RowReading& reading) {
  RowText text = row_text(row, reading);
  Block block;
  block.note = notes_ > 0;
  block.text = std::move(text.text);
  if (text.row.cells.size() > 1) block.row = std::move(text.row);
  if (!block.text.empty()) emit(std::move(block));
  for (const std::size_t prose : text.prose) {
    Block paragraph;
    paragraph.note = notes_ > 0;
    paragraph.text = row.cells[prose].text;
    emit(std::move(paragraph));
  }
}

/// "MEMO" may stand above it, and a few lines: whose paper it is, and when it came.
std::vector<OfficeText::Block>::const_iterator OfficeText::first_heading() const {
  constexpr std::ptrdiff_t kMostAbove = 4;
  const auto first = std::find_if_not(done_.begin(), done_.end(), [](const Block& block) {
    const bool heading = block.style == ParagraphStyle::heading;
    return (heading && is_release_line(block.text)) ||
           (block.style == ParagraphStyle::text && !block.row && !ends_like_prose(block.text));
  });
  if (first == done_.end() || first->style != ParagraphStyle::heading) return done_.end();
  const bool below = first != done_.begin() && std::prev(first)->style == ParagraphStyle::text;
  const bool title = !below || (first - done_.begin() <= kMostAbove && !heads_section(first->text));
  return title ? first : done_.end();
}

SourceText OfficeText::finish() {
  while (!open_.empty()) close_paragraph();
  while (!tables_.empty()) close_table();
  std::stable_partition(done_.begin(), done_.end(), [](const Block& block) { return !block.note; });
  const auto title = std::find_if(done_.begin(), done_.end(), [](const Block& block) {
    return block.style == ParagraphStyle::title;
  });
  const auto first = first_heading();
  const bool headed = first != done_.end();
  const int size = size_of_text();
  SourceText source;
  for (auto block = done_.begin(); block != done_.end(); ++block) {
    const bool item = block->style == ParagraphStyle::item;
    const TextSpan span = block->row
                              ? add_row(source, block->text, std::move(*block->row))
                              : add_block(source, item ? U"\u2022 " + block->text : block->text);
    if (block == title || (title == done_.end() && headed && block == first))
      source.headline = span;
    if (block->style == ParagraphStyle::heading || block->bold) source.headings.push_back(span);
    if (block->bold) source.bold.push_back(span);
    if (block->size > size) source.large.push_back(span);
    if (block->style == ParagraphStyle::caption) source.boilerplate.push_back(span);
  }
  return source;
}

}  // namespace dossier::extract
