// SPDX-License-Identifier: Apache-2.0
#include "storage/load/input.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <istream>
#include <optional>
#include <streambuf>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/load/unpacker.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

/// The bytes as they are: of a file, of standard input, of memory, or of a stream.
class RawBytes {
 public:
  RawBytes(std::string name, std::istream& stream) : name_(std::move(name)), stream_(&stream) {}
  RawBytes(std::string name, std::string bytes)
      : name_(std::move(name)), bytes_(std::move(bytes)), is_memory_(true) {}
  explicit RawBytes(RegularFile file) : name_(file.name()), file_(std::move(file)) {}
  explicit RawBytes(std::string name) : name_(std::move(name)) {}

  /// The next bytes; empty at the end.
  std::string_view next() {
    if (is_memory_) {
      const std::string_view rest = std::string_view(bytes_).substr(read_);
      read_ = bytes_.size();
      return rest;
    }
    buffer_.resize(kBufferBytes);
    const std::size_t size = stream_ != nullptr ? next_of_stream()
                             : file_            ? file_->read(buffer_.data(), buffer_.size())
                                                : next_of_standard_input();
    read_ += size;
    return {buffer_.data(), size};
  }
  std::uint64_t bytes_read() const noexcept { return read_; }
  const std::string& name() const noexcept { return name_; }

 private:
  std::size_t next_of_stream() {
    stream_->read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (stream_->bad()) throw_input(name_, "the stream failed");
    return static_cast<std::size_t>(stream_->gcount());
  }

  std::size_t next_of_standard_input() {
    const std::size_t size = std::fread(buffer_.data(), 1, buffer_.size(), stdin);
    if (size == 0 && std::ferror(stdin) != 0) throw_input(name_, std::strerror(errno));
    return size;
  }

  std::string name_;
  std::string bytes_;
  bool is_memory_ = false;
  std::istream* stream_ = nullptr;
  std::optional<RegularFile> file_;
  std::vector<char> buffer_;
  std::uint64_t read_ = 0;
};

class InputBuffer : public std::streambuf {
 public:
  template <typename... Source>
  explicit InputBuffer(Source&&... source)
      : bytes_(std::forward<Source>(source)...), text_(kBufferBytes) {
    packed_ = bytes_.next();
    unpacker_ = unpacker_for(packed_, bytes_.name());
  }
  std::uint64_t bytes_read() const { return bytes_.bytes_read() - packed_.size(); }

 protected:
  int_type underflow() override {
    std::size_t size = 0;
    while (size == 0) {
      if (packed_.empty()) packed_ = bytes_.next();
      if (packed_.empty()) {
        // The unpacker may still hold bytes.
        size = bytes_.bytes_read() == 0 || unpacker_->complete()
                   ? 0
                   : unpacker_->unpack(packed_, text_.data(), text_.size());
        if (size == 0 && bytes_.bytes_read() > 0 && !unpacker_->complete()) {
          throw_input(bytes_.name(), "its compressed data ends too early");
        }
        if (size == 0) return traits_type::eof();
        break;
      }
      size = unpacker_->unpack(packed_, text_.data(), text_.size());
    }
    setg(text_.data(), text_.data(), text_.data() + size);
    return traits_type::to_int_type(*gptr());
  }

 private:
  RawBytes bytes_;
  std::string_view packed_;
  std::unique_ptr<Unpacker> unpacker_;
  std::vector<char> text_;
};

class StreamInput : public Input {
 public:
  template <typename... Source>
  explicit StreamInput(Source&&... source)
      : buffer_(std::forward<Source>(source)...), stream_(&buffer_) {
    stream_.exceptions(std::ios::badbit);  // lets the buffer's own errors through
  }
  std::istream& stream() override { return stream_; }
  std::uint64_t bytes_read() const override { return buffer_.bytes_read(); }

 private:
  InputBuffer buffer_;
  std::istream stream_;
};

}  // namespace

std::unique_ptr<Input> Input::open(const std::string& path) {
  if (path == "-") return std::make_unique<StreamInput>(path);
  return of_file(RegularFile(path, kGiveStandardInput));
}

std::unique_ptr<Input> Input::of_file(RegularFile file) {
  return std::make_unique<StreamInput>(std::move(file));
}

std::unique_ptr<Input> Input::of_bytes(const std::string& name, std::string bytes) {
  return std::make_unique<StreamInput>(name, std::move(bytes));
}

std::unique_ptr<Input> Input::of_stream(const std::string& name, std::istream& stream) {
  return std::make_unique<StreamInput>(name, stream);
}

std::uint64_t input_size(const std::string& path) {
  std::error_code error;
  const auto size = path == "-" ? 0 : std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

}  // namespace dossier::storage
