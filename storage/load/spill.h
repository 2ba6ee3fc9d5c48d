// SPDX-License-Identifier: Apache-2.0
// Temporary files of a bulk load, written once and read once from front to back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::storage {

struct FileCloser {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, FileCloser>;

/// Throws Error(storage) naming the file when the disk refuses.
class SpillWriter {
 public:
  explicit SpillWriter(const std::string& path, std::size_t buffer_bytes = 1 << 18);

  void write(const void* data, std::size_t size);
  template <typename T>
  void write_value(const T& value) {
    write(&value, sizeof value);
  }
  void write_text(std::string_view text);
  /// After this, everything written is in the file.
  void finish();

 private:
  std::string path_;
  std::vector<char> buffer_;
  FileHandle file_;
};

/// Throws Error(storage) naming the file when it cannot be read.
class SpillReader {
 public:
  /// `buffer_bytes` of memory.
  explicit SpillReader(const std::string& path, std::size_t buffer_bytes = 1 << 18);

  /// Exactly `size` bytes; false at the end of the file.
  bool read(void* data, std::size_t size);
  template <typename T>
  bool read_value(T& value) {
    return read(&value, sizeof value);
  }
  bool read_text(std::string& text);

 private:
  std::string path_;
  std::vector<char> buffer_;
  FileHandle file_;
};

}  // namespace dossier::storage
