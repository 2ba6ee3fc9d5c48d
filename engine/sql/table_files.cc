// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/table_files.h"

#include <fmt/format.h>
#include <zstd.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <vector>

#include "dossier/error.h"

namespace dossier::sql {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_write(const fs::path& path) {
  const int reason = errno;
  throw Error(ErrorCode::input,
              fmt::format("cannot write {}: {}", path.string(), std::strerror(reason)));
}

}  // namespace

/// One file: what is added goes through the compressor to the disk.
class TableFiles::File {
 public:
  explicit File(fs::path path)
      : path_(std::move(path)), stream_(ZSTD_createCStream()), packed_(ZSTD_CStreamOutSize()) {
    out_.open(path_, std::ios::binary);
    if (!out_) cannot_write(path_);
    ZSTD_initCStream(stream_, 3);
  }
  ~File() { ZSTD_freeCStream(stream_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write(std::string_view text) {
    taken_ += text.size();
    ZSTD_inBuffer in{text.data(), text.size(), 0};
    while (in.pos < in.size) {
      ZSTD_outBuffer give{packed_.data(), packed_.size(), 0};
      check(ZSTD_compressStream(stream_, &give, &in));
      put(give.pos);
    }
  }

  void close() {
    for (std::size_t left = 1; left > 0;) {
      ZSTD_outBuffer give{packed_.data(), packed_.size(), 0};
      left = ZSTD_endStream(stream_, &give);
      check(left);
      put(give.pos);
    }
    out_.close();
    if (!out_) cannot_write(path_);
  }
  std::size_t taken() const { return taken_; }

 private:
  void check(std::size_t status) const {
    if (ZSTD_isError(status) != 0)
      throw Error(ErrorCode::input,
                  fmt::format("cannot compress {}: {}", path_.string(), ZSTD_getErrorName(status)));
  }
  void put(std::size_t bytes) {
    if (!out_.write(packed_.data(), static_cast<std::streamsize>(bytes))) cannot_write(path_);
  }

  fs::path path_;
  std::ofstream out_;
  ZSTD_CStream* stream_;
  std::vector<char> packed_;
  std::size_t taken_ = 0;
};

TableFiles::TableFiles(fs::path folder, std::size_t file_bytes)
    : folder_(std::move(folder)), file_bytes_(file_bytes) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error)
    throw Error(ErrorCode::input,
                fmt::format("cannot make the folder {}: {}", folder_.string(), error.message()));
  file_ = std::make_unique<File>(folder_ / "0000.tsv.zst");
}

TableFiles::~TableFiles() = default;

void TableFiles::separate() {
  if (!row_is_empty_) row_ += '\t';
  row_is_empty_ = false;
}

// A backslash becomes \b, so that what is left of the others can be undone one after the other.
void TableFiles::field(std::string_view text) {
  separate();
  for (const char c : text) {
    switch (c) {
      case '\\':
        row_ += "\\b";
        break;
      case '\t':
        row_ += "\\t";
        break;
      case '\n':
        row_ += "\\n";
        break;
      case '\r':
        row_ += "\\r";
        break;
      default:
        row_ += c;
    }
  }
}

void TableFiles::field(std::int64_t number) {
  separate();
  row_ += std::to_string(number);
}

void TableFiles::field(double number) {
  separate();
  if (std::isnan(number))
    row_ += "NaN";
  else if (std::isinf(number))
    row_ += number > 0 ? "Infinity" : "-Infinity";
  else
    row_ += fmt::format("{}", number);
}

void TableFiles::null() {
  separate();
  row_ += "\\N";
}

void TableFiles::end_row() {
  if (file_->taken() >= file_bytes_) {
    file_->close();
    file_ = std::make_unique<File>(folder_ / fmt::format("{:04}.tsv.zst", ++files_));
  }
  row_ += '\n';
  file_->write(row_);
  row_.clear();
  row_is_empty_ = true;
  ++rows_;
}

void TableFiles::finish() { file_->close(); }

}  // namespace dossier::sql
