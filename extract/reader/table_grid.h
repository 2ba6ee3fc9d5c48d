// SPDX-License-Identifier: Apache-2.0
// Tables of documents: what heads each cell, and what each row is about.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

struct GridCell {
  std::u32string text;      ///< on one line
  bool header = false;      ///< the format says so
  std::size_t columns = 1;  ///< how many it takes
};

struct GridRow {
  std::vector<GridCell> cells;
  bool head = false;  ///< the format says that it heads those below it
};

/// A table as its format has it.
struct Grid {
  std::vector<GridRow> rows;
  std::u32string caption;
};

/// What a row says, by the cells of the grid. A row without subject and topic says nothing.
struct RowReading {
  std::vector<std::string> headers;    ///< of each cell; empty: it has none
  std::optional<std::size_t> subject;  ///< the cell that the row is about
  std::string topic;                   ///< what the table is about, where its rows say that only
  bool marked = false;                 ///< the format marks the headers
};

/// One for each row. The first row heads the columns where the format says so, or its words and the
/// numbers below it do; a row is about its first cell that is no number. A table of two columns
/// whose first is marked as headers is about its caption, or the only cell of its first row.
std::vector<RowReading> read_grid(const Grid& grid);

/// Sentences, which stay paragraphs of their own beside their row.
bool is_prose_cell(std::u32string_view text);
/// A number, a date in figures, a sum of money.
bool is_figure(std::u32string_view text);

/// A row as one line, with " | " between its cells.
struct RowText {
  std::u32string text;
  TableRow row;                    ///< its spans count in `text`
  std::vector<std::size_t> prose;  ///< the cells that are not in it
};
RowText row_text(const GridRow& row, const RowReading& reading);

}  // namespace dossier::extract
