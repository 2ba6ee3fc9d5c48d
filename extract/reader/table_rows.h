// SPDX-License-Identifier: Apache-2.0
// The rows of a table in text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

/// Reads rows of cells (RFC 4180): a cell may stand in quotes, which then may hold separators, line
/// ends and quotes written twice.
class TableRows {
 public:
  TableRows(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// The next row that is not blank; false behind the last.
  bool next(std::vector<std::string>& cells);
  /// Where the last row begins, and where the next one is looked for: bytes of the text.
  std::size_t start() const { return start_; }
  std::size_t position() const { return at_; }
  /// Whether a quote that opens in the last row is not closed.
  bool is_open() const { return open_; }
  /// Where that quote stands.
  std::size_t open_quote() const { return quote_; }

 private:
  std::string cell();
  std::string quoted_cell();
  std::string plain_cell();
  bool take_line_end();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
  std::size_t quote_ = 0;
  bool open_ = false;
};

/// The separator of comma-separated values: a semicolon where only it stands in the first line.
char separator_of(std::string_view text);

}  // namespace dossier::extract
