// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/office_text.h"

#include <algorithm>
#include <utility>

#include "extract/interruption.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

void OfficeText::open_paragraph(ParagraphStyle style) {
  Interruption::look();
  open_.push_back({{}, style, notes_ > 0});
}

void OfficeText::set_style(ParagraphStyle style) {
  if (!open_.empty()) open_.back().style = style;
}

void OfficeText::append(std::string_view utf8) {
  if (!open_.empty()) open_.back().text += to_code_points(utf8);
}

void OfficeText::close_paragraph() {
  if (open_.empty()) return;
  Block block = std::move(open_.back());
  open_.pop_back();
  block.text = trim(block.text);
  if (!block.text.empty() && block.style != ParagraphStyle::left_out) emit(std::move(block));
}

void OfficeText::emit(Block block) {
  if (rows_.empty() || rows_.back().empty()) {
    done_.push_back(std::move(block));
    return;
  }
  std::u32string& cell = rows_.back().back();
  std::replace(block.text.begin(), block.text.end(), U'\n', U' ');
  cell += (cell.empty() ? U"" : U" ") + block.text;
}

void OfficeText::open_cell() {
  if (!rows_.empty()) rows_.back().emplace_back();
}

void OfficeText::close_row() {
  if (rows_.empty()) return;
  const Row row = std::move(rows_.back());
  rows_.pop_back();
  Block block;
  block.note = notes_ > 0;
  for (const std::u32string& cell : row) {
    if (cell.empty()) continue;
    block.text += (block.text.empty() ? U"" : U" | ") + cell;
  }
  if (!block.text.empty()) emit(std::move(block));
}

SourceText OfficeText::finish() {
  while (!open_.empty()) close_paragraph();
  while (!rows_.empty()) close_row();
  std::stable_partition(done_.begin(), done_.end(), [](const Block& block) { return !block.note; });
  const auto title = std::find_if(done_.begin(), done_.end(), [](const Block& block) {
    return block.style == ParagraphStyle::title;
  });
  const bool headed = !done_.empty() && done_.front().style == ParagraphStyle::heading;
  SourceText source;
  for (auto block = done_.begin(); block != done_.end(); ++block) {
    const bool item = block->style == ParagraphStyle::item;
    const TextSpan span = add_block(source, item ? U"\u2022 " + block->text : block->text);
    if (block == title || (title == done_.end() && headed && block == done_.begin()))
      source.headline = span;
  }
  return source;
}

}  // namespace dossier::extract
