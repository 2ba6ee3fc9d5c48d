// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_rows.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "extract/reader/lines.h"
#include "extract/reader/table_grid.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostColumns = 1000;

std::size_t columns_of(const HtmlAttributes& attributes) {
  const std::string text = value(attributes, "colspan");
  std::size_t columns = 1;
  std::from_chars(text.data(), text.data() + text.size(), columns);
  return std::clamp<std::size_t>(columns, 1, kMostColumns);
}

auto at(std::vector<HtmlBlock>& blocks, std::size_t index) {
  return blocks.begin() + static_cast<std::ptrdiff_t>(std::min(index, blocks.size()));
}

std::u32string text_of_blocks(const std::vector<HtmlBlock>& blocks, std::size_t begin,
                              std::size_t end) {
  std::u32string text;
  for (std::size_t i = begin; i < std::min(end, blocks.size()); ++i)
    text += (text.empty() ? U"" : U" ") + blocks[i].text;
  std::replace(text.begin(), text.end(), U'\n', U' ');
  return text;
}

/// In a table without marked headers: no sentence, no link, no heading.
bool is_plain(const HtmlBlock& block) {
  return block.heading == 0 && !block.boilerplate && block.linked * 2 <= block.text.size() &&
         !ends_like_prose(block.text) && !is_prose_cell(block.text);
}

}  // namespace

void HtmlTables::start(std::string_view element, const HtmlAttributes& attributes,
                       std::size_t blocks) {
  if (element == "table") {
    for (Table& outer : open_) outer.layout = true;
    Table table;
    const std::string role = value(attributes, "role");
    table.layout = role == "presentation" || role == "none";
    open_.push_back(std::move(table));
  }
  if (open_.empty()) return;
  Table& table = open_.back();
  if (element == "caption") table.caption_begin = blocks;
  if (element == "thead") table.in_head = true;
  if (element == "tr") table.rows.push_back({{}, table.in_head});
  if ((element != "td" && element != "th") || table.rows.empty()) return;
  table.rows.back().cells.push_back({blocks, blocks, columns_of(attributes), element == "th"});
}

void HtmlTables::end(std::string_view element, std::vector<HtmlBlock>& blocks) {
  if (open_.empty()) return;
  Table& table = open_.back();
  if (element == "caption") table.caption_end = blocks.size();
  if (element == "thead") table.in_head = false;
  const bool cell = element == "td" || element == "th";
  if (cell && !table.rows.empty() && !table.rows.back().cells.empty())
    table.rows.back().cells.back().end = blocks.size();
  if (element != "table") return;
  const Table done = std::move(table);
  open_.pop_back();
  if (!done.layout) join(done, blocks);
}

void HtmlTables::join(const Table& table, std::vector<HtmlBlock>& blocks) {
  Grid grid;
  grid.caption = text_of_blocks(blocks, table.caption_begin, table.caption_end);
  bool marked = false;
  for (const Row& row : table.rows) {
    GridRow& made = grid.rows.emplace_back();
    made.head = row.head;
    for (const Cell& cell : row.cells) {
      made.cells.push_back(
          {text_of_blocks(blocks, cell.begin, cell.end), cell.header, cell.columns});
      marked = marked || cell.header || row.head;
    }
  }
  const std::vector<RowReading> readings = read_grid(grid);
  // From the last row on, so that the places of those before it stay right.
  for (std::size_t i = table.rows.size(); i-- > 0;) {
    const std::vector<Cell>& cells = table.rows[i].cells;
    if (cells.size() < 2) continue;
    const auto first = at(blocks, cells.front().begin), last = at(blocks, cells.back().end);
    const auto is_joined = [&](const HtmlBlock& block) {
      return marked ? block.heading == 0 && !block.boilerplate : is_plain(block);
    };
    if (last - first < 2 || !std::all_of(first, last, is_joined)) continue;
    RowText text = row_text(grid.rows[i], readings[i]);
    if (text.row.cells.size() < 2) continue;
    std::vector<HtmlBlock> made(1, *first);
    made.front().text = std::move(text.text);
    made.front().row = std::move(text.row);
    made.front().linked = 0;
    for (const std::size_t prose : text.prose)
      made.insert(made.end(), at(blocks, cells[prose].begin), at(blocks, cells[prose].end));
    blocks.insert(blocks.erase(first, last), std::make_move_iterator(made.begin()),
                  std::make_move_iterator(made.end()));
  }
}

}  // namespace dossier::extract
