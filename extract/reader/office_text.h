// SPDX-License-Identifier: Apache-2.0
// Puts the text of an office document together, paragraph by paragraph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/source_text.h"
#include "extract/reader/table_grid.h"

namespace dossier::extract {

/// What a paragraph's style says of it.
enum class ParagraphStyle : std::uint8_t { text, title, heading, item, caption, left_out };

/// Takes a document's parts in their order. A row of a table is one paragraph, its cells apart,
/// and so is a cell that holds sentences;
/// what stands in notes comes behind everything else. A paragraph inside another one, as in a text
/// box, comes before it.
class OfficeText {
 public:
  void open_paragraph(ParagraphStyle style = ParagraphStyle::text);
  /// Of the paragraph that is open.
  void set_style(ParagraphStyle style);
  bool is_styled() const { return !open_.empty() && open_.back().style != ParagraphStyle::text; }
  void close_paragraph();
  /// Outside of paragraphs nothing is text. `size` is that of the letters; 0: not told.
  void append(std::string_view utf8, bool bold = false, int size = 0);

  void open_table() { tables_.emplace_back(); }
  void open_row(bool head = false);
  void open_cell();
  /// How many columns the cell takes that is open, as the document writes it.
  void span_cell(std::string_view columns);
  /// Of the row that is open: it heads those below it.
  void mark_head_row();
  void close_table();

  void open_note() { ++notes_; }
  void close_note() { --notes_; }

  /// The headline is the first title or, failing that, a heading that all else follows, but for
  /// a few short lines.
  SourceText finish();

 private:
  struct Block {
    std::u32string text;
    ParagraphStyle style = ParagraphStyle::text;
    bool note = false;
    bool bold = false;                 ///< all of it
    int size = 0;                      ///< of its largest letters
    std::optional<TableRow> row = {};  ///< its spans count in `text`
  };

  std::vector<Block>::const_iterator first_heading() const;
  int size_of_text() const;
  void emit(Block block);
  void emit_row(const GridRow& row, const RowReading& reading);

  std::vector<Block> open_;
  std::vector<Grid> tables_;  ///< those that are open, each inside the one before
  std::vector<Block> done_;
  int notes_ = 0;
};

}  // namespace dossier::extract
