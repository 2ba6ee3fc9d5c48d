// SPDX-License-Identifier: Apache-2.0
// A table on its way to compressed files of tab-separated lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::sql {

/// Writes FOLDER/0000.tsv.zst and so on. Rows are whole in one file. Not for several threads.
class TableFiles {
 public:
  /// Makes the folder. Throws Error(input) where it can't.
  TableFiles(std::filesystem::path folder, std::size_t file_bytes);
  ~TableFiles();
  TableFiles(const TableFiles&) = delete;
  TableFiles& operator=(const TableFiles&) = delete;

  // The fields of a row, in order.
  void field(std::string_view text);
  void field(std::int64_t number);
  void field(double number);
  void null();
  /// Throws Error(input) when the disk takes no more.
  void end_row();
  /// Writes what is left; nothing can be added afterwards. Errors as end_row().
  void finish();
  std::uint64_t rows() const noexcept { return rows_; }

 private:
  class File;
  void separate();

  std::filesystem::path folder_;
  std::size_t file_bytes_;
  std::unique_ptr<File> file_;
  std::string row_;
  bool row_is_empty_ = true;
  std::size_t files_ = 0;
  std::uint64_t rows_ = 0;
};

}  // namespace dossier::sql
