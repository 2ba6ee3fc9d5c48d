// SPDX-License-Identifier: Apache-2.0
// A buffered output stream on a file descriptor that reports when its reader is gone.
#pragma once

#include <array>
#include <exception>
#include <ostream>
#include <streambuf>

namespace dossier::repl {

/// The reader of our output closed it ("dossier query ... | head"): stop, quietly.
class BrokenPipe : public std::exception {
 public:
  const char* what() const noexcept override { return "the reader of the output has gone"; }
};

/// Writes to a descriptor it does not own. Throws BrokenPipe, or Error(input) with the system's
/// reason when the descriptor refuses.
class FdBuffer : public std::streambuf {
 public:
  explicit FdBuffer(int fd);
  ~FdBuffer() override;
  FdBuffer(const FdBuffer&) = delete;
  FdBuffer& operator=(const FdBuffer&) = delete;

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  void flush_buffer();
  void write_all(const char* text, std::size_t size);

  int fd_;
  std::array<char, 65536> buffer_;
};

/// The stream over an FdBuffer; the buffer's exceptions pass through it.
class FdStream : public std::ostream {
 public:
  explicit FdStream(int fd);

 private:
  FdBuffer buffer_;
};

}  // namespace dossier::repl
