// SPDX-License-Identifier: Apache-2.0
#include "storage/load/spill.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstring>

#include "dossier/error.h"

namespace dossier::storage {
namespace {

[[noreturn]] void throw_file(const std::string& path, const char* action) {
  const int reason = errno;
  const bool too_many = reason == EMFILE || reason == ENFILE;
  throw Error(
      ErrorCode::storage,
      fmt::format("cannot {} the temporary file {}: {}. {}", action, path, std::strerror(reason),
                  too_many ? "Give the load more memory, or allow more open files "
                             "(ulimit -n)."
                           : "See that the disk has space."));
}

}  // namespace

SpillWriter::SpillWriter(const std::string& path, std::size_t buffer_bytes)
    : path_(path), buffer_(buffer_bytes), file_(std::fopen(path.c_str(), "wb")) {
  if (!file_) throw_file(path_, "make");
  std::setvbuf(file_.get(), buffer_.data(), _IOFBF, buffer_.size());
}

void SpillWriter::write(const void* data, std::size_t size) {
  if (size > 0 && std::fwrite(data, size, 1, file_.get()) != 1) throw_file(path_, "write");
}

void SpillWriter::write_text(std::string_view text) {
  write_value(static_cast<std::uint32_t>(text.size()));
  write(text.data(), text.size());
}

void SpillWriter::finish() {
  if (std::fflush(file_.get()) != 0) throw_file(path_, "write");
  file_.reset();
}

SpillReader::SpillReader(const std::string& path, std::size_t buffer_bytes)
    : path_(path), buffer_(buffer_bytes), file_(std::fopen(path.c_str(), "rb")) {
  if (!file_) throw_file(path_, "open");
  std::setvbuf(file_.get(), buffer_.data(), _IOFBF, buffer_.size());
}

bool SpillReader::read(void* data, std::size_t size) {
  if (size == 0) return true;
  const std::size_t count = std::fread(data, 1, size, file_.get());
  if (count == size) return true;
  if (count != 0 || std::ferror(file_.get()) != 0) throw_file(path_, "read");
  return false;
}

bool SpillReader::read_text(std::string& text) {
  std::uint32_t size = 0;
  if (!read_value(size)) return false;
  text.resize(size);
  if (!read(text.data(), size)) throw_file(path_, "read");
  return true;
}

}  // namespace dossier::storage
