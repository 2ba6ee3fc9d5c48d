// SPDX-License-Identifier: Apache-2.0
// The rows of a table that need not fit into memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/error.h"

namespace dossier::extract {

using TableCells = std::vector<std::string>;

/// Reads rows as TableRows does, a piece of the stream at a time. Errors have file, line, column.
class TableStream {
 public:
  static constexpr std::size_t kMostCells = 4096;
  static constexpr std::size_t kLargestRow = std::size_t{16} << 20;

  /// `file` is what errors call it. Without a separator: a tab, a semicolon or a comma, the first
  /// of these that the first line has. `stream` must outlive it.
  TableStream(std::istream& stream, std::string file, std::optional<char> separator);
  ~TableStream();
  TableStream(const TableStream&) = delete;
  TableStream& operator=(const TableStream&) = delete;

  /// The next row that is not blank; false behind the last. Throws Error(input) for bytes that are
  /// not UTF-8, a quote that is not closed, and a row with too many cells; Error(limit) for a row
  /// of more than 16 MiB.
  bool next(TableCells& cells);
  /// Throws Error(input) with the place of the last row.
  [[noreturn]] void refuse_row(const std::string& message) const;
  /// Of the bytes read so far, in hexadecimal digits; ends the reading.
  std::string sha256();

 private:
  struct Digest;

  bool read_more();
  void drop_read_part();
  [[noreturn]] void refuse_size(std::size_t at) const;
  [[noreturn]] void fail(ErrorCode code, const std::string& message, std::size_t at) const;

  std::istream& stream_;
  std::string file_;
  std::optional<char> separator_;
  std::string text_;           ///< what was read and not yet dropped
  std::size_t at_ = 0;         ///< of the next row in text_
  std::size_t start_ = 0;      ///< of the last row in text_
  std::uint64_t line_ = 1;     ///< of text_'s beginning
  std::uint64_t dropped_ = 0;  ///< bytes before text_
  bool at_end_ = false;
  std::unique_ptr<Digest> digest_;
};

}  // namespace dossier::extract
