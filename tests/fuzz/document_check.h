// SPDX-License-Identifier: Apache-2.0
// What holds for every document that was read: paragraphs lie in the text one behind the other,
// turns and positions too.
#pragma once

#include <cstddef>
#include <cstdint>

#include "extract/reader/read_document.h"
#include "tests/fuzz/demand.h"

namespace dossier::fuzz {

inline void check_order(extract::TextSpan span, std::uint32_t& end, std::size_t text_size,
                        const char* what) {
  demand(span.begin <= span.end && span.end <= text_size, what);
  demand(end <= span.begin, what);
  end = span.end;
}

/// Rows lie behind each other, their cells inside them.
inline void check_listings(const extract::Document& document) {
  const std::size_t size = document.text.size();
  std::uint32_t end = 0;
  for (const auto& row : document.rows) {
    check_order(row.span, end, size, "rows out of order");
    std::uint32_t inside = row.span.begin;
    for (const auto& cell : row.cells)
      check_order(cell.span, inside, row.span.end, "a cell outside of its row");
    demand(!row.subject || *row.subject < row.cells.size(), "a row about no cell");
  }
  for (const auto& list : document.attendance) {
    demand(!list.names.empty(), "a list without names");
    end = 0;
    for (const auto& names : list.names) check_order(names, end, size, "names out of order");
  }
  for (const auto& paragraph : document.paragraphs) {
    demand(!paragraph.row || *paragraph.row < document.rows.size(), "a row that is not there");
    demand(!paragraph.attendance || *paragraph.attendance < document.attendance.size(),
           "a list that is not there");
  }
}

inline void check_document(const extract::Document& document) {
  check_listings(document);
  const std::size_t size = document.text.size();
  demand(!document.slug.empty(), "a document without a name");
  std::uint32_t end = 0;
  for (const auto& paragraph : document.paragraphs) {
    check_order(paragraph.span, end, size, "paragraphs out of order");
    demand(paragraph.span.size() > 0, "an empty paragraph");
    demand(!paragraph.turn || *paragraph.turn < document.turns.size(), "a turn that is not there");
  }
  end = 0;
  std::uint32_t last = 0;
  for (const auto& position : document.positions) {
    demand(position.begin >= last && position.begin <= size, "positions out of order");
    last = position.begin;
  }
  for (const auto& turn : document.turns) check_order(turn.span, end, size, "turns out of order");
}

}  // namespace dossier::fuzz
