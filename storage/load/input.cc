// SPDX-License-Identifier: Apache-2.0
#include "storage/load/input.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <istream>
#include <streambuf>
#include <string_view>
#include <vector>

#include "dossier/error.h"
#include "storage/load/unpacker.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

/// The bytes as they are: of a file, of memory, or of a stream.
class RawFile {
 public:
  RawFile(std::string name, std::istream& stream)
      : path_(std::move(name)), stream_(&stream), buffer_(kBufferBytes) {}
  RawFile(std::string name, std::string bytes) : path_(std::move(name)), bytes_(std::move(bytes)) {}
  explicit RawFile(std::string path) : path_(std::move(path)), buffer_(kBufferBytes) {
    file_ = path_ == "-" ? stdin : std::fopen(path_.c_str(), "rb");
    if (file_ == nullptr) throw_input(path_, std::strerror(errno));
    std::error_code ignored;
    if (path_ != "-" && std::filesystem::is_directory(path_, ignored)) {
      std::fclose(file_);
      throw_input(path_, "it is a directory");
    }
  }
  ~RawFile() {
    if (file_ != nullptr && file_ != stdin) std::fclose(file_);
  }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;

  /// The next bytes; empty at the end.
  std::string_view next() {
    if (stream_ != nullptr) return next_of_stream();
    if (file_ == nullptr) {
      const std::string_view rest = std::string_view(bytes_).substr(read_);
      read_ = bytes_.size();
      return rest;
    }
    const std::size_t size = std::fread(buffer_.data(), 1, buffer_.size(), file_);
    if (size == 0 && std::ferror(file_) != 0) throw_input(path_, std::strerror(errno));
    read_ += size;
    return {buffer_.data(), size};
  }
  std::uint64_t bytes_read() const noexcept { return read_; }
  const std::string& path() const noexcept { return path_; }

 private:
  std::string_view next_of_stream() {
    stream_->read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (stream_->bad()) throw_input(path_, "the stream failed");
    const auto size = static_cast<std::size_t>(stream_->gcount());
    read_ += size;
    return {buffer_.data(), size};
  }

  std::string path_;
  std::string bytes_;
  std::istream* stream_ = nullptr;
  std::FILE* file_ = nullptr;
  std::vector<char> buffer_;
  std::uint64_t read_ = 0;
};

class InputBuffer : public std::streambuf {
 public:
  template <typename... Source>
  explicit InputBuffer(Source&&... source)
      : file_(std::forward<Source>(source)...), text_(kBufferBytes) {
    packed_ = file_.next();
    unpacker_ = unpacker_for(packed_, file_.path());
  }
  std::uint64_t bytes_read() const { return file_.bytes_read() - packed_.size(); }

 protected:
  int_type underflow() override {
    std::size_t size = 0;
    while (size == 0) {
      if (packed_.empty()) packed_ = file_.next();
      if (packed_.empty()) {
        // The unpacker may still hold bytes.
        size = file_.bytes_read() == 0 || unpacker_->complete()
                   ? 0
                   : unpacker_->unpack(packed_, text_.data(), text_.size());
        if (size == 0 && file_.bytes_read() > 0 && !unpacker_->complete()) {
          throw_input(file_.path(), "its compressed data ends too early");
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
  RawFile file_;
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
  return std::make_unique<StreamInput>(path);
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
