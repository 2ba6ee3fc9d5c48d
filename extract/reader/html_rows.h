// SPDX-License-Identifier: Apache-2.0
// Tables in web pages: rows of data become one block each; what only places things stays as it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/html_blocks.h"
#include "extract/reader/html_elements.h"

namespace dossier::extract {

/// Gets the elements of tables as they begin and end. A table is one of data if it marks headers
/// or if its rows have only short cells without links; one that holds another table never is.
class HtmlTables {
 public:
  /// `blocks`: how many the page has so far.
  void start(std::string_view element, const HtmlAttributes& attributes, std::size_t blocks);
  /// Joins the rows of a table that ends.
  void end(std::string_view element, std::vector<HtmlBlock>& blocks);

 private:
  struct Cell {
    std::size_t begin = 0, end = 0;  ///< of its blocks
    std::size_t columns = 1;
    bool header = false;
  };
  struct Row {
    std::vector<Cell> cells;
    bool head = false;
  };
  struct Table {
    std::vector<Row> rows;
    std::size_t caption_begin = 0, caption_end = 0;
    bool in_head = false;
    bool layout = false;
  };

  static void join(const Table& table, std::vector<HtmlBlock>& blocks);

  std::vector<Table> open_;
};

}  // namespace dossier::extract
