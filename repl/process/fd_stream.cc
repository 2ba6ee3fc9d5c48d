// SPDX-License-Identifier: Apache-2.0
#include "repl/process/fd_stream.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "dossier/error.h"

namespace dossier::repl {

FdBuffer::FdBuffer(int fd) : fd_(fd) { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

FdBuffer::~FdBuffer() {
  try {
    flush_buffer();
  } catch (const std::exception&) {
    // A destructor cannot report it: callers that need the last bytes flush the stream.
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }
}

void FdBuffer::write_all(const char* text, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(fd_, text, size);
    if (written >= 0) {
      text += written;
      size -= static_cast<std::size_t>(written);
    } else if (errno == EPIPE) {
      throw BrokenPipe();
    } else if (errno != EINTR) {
      throw Error(ErrorCode::input, fmt::format("cannot write the output: {}", strerror(errno)));
    }
  }
}

void FdBuffer::flush_buffer() {
  const auto size = static_cast<std::size_t>(pptr() - pbase());
  // Emptied first, so that the destructor does not write the same bytes again after a failure.
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  write_all(buffer_.data(), size);
}

FdBuffer::int_type FdBuffer::overflow(int_type c) {
  flush_buffer();
  if (!traits_type::eq_int_type(c, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(c);
    pbump(1);
  }
  return traits_type::not_eof(c);
}

std::streamsize FdBuffer::xsputn(const char* text, std::streamsize size) {
  if (size > epptr() - pptr()) flush_buffer();
  if (size > epptr() - pptr()) {
    write_all(text, static_cast<std::size_t>(size));
  } else {
    std::memcpy(pptr(), text, static_cast<std::size_t>(size));
    pbump(static_cast<int>(size));
  }
  return size;
}

int FdBuffer::sync() {
  flush_buffer();
  return 0;
}

FdStream::FdStream(int fd) : std::ostream(nullptr), buffer_(fd) {
  rdbuf(&buffer_);
  exceptions(std::ios::badbit);
}

}  // namespace dossier::repl
