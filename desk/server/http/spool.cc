// SPDX-License-Identifier: Apache-2.0
#include "desk/server/http/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "dossier/error.h"

namespace dossier::server {
namespace {

[[noreturn]] void fail(const char* what) {
  throw Error(ErrorCode::storage,
              std::string(what) + " a temporary file for the answer: " + std::strerror(errno));
}

int nameless_file() {
  std::string path = (std::filesystem::temp_directory_path() / "dossier-answer-XXXXXX").string();
  const int file = mkostemp(path.data(), O_CLOEXEC);
  if (file < 0) fail("cannot make");
  unlink(path.c_str());
  return file;
}

}  // namespace

Spool::Spool(std::uint64_t limit, std::size_t in_memory)
    : limit_(limit), in_memory_(in_memory), out_(this) {
  out_.exceptions(std::ios::badbit | std::ios::failbit);
}

Spool::~Spool() {
  if (file_ >= 0) close(file_);
}

void Spool::finish() {
  if (!is_in_memory()) flush();
}

int Spool::take_file() {
  if (lseek(file_, 0, SEEK_SET) != 0) fail("cannot read");
  return std::exchange(file_, -1);
}

Spool::int_type Spool::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char one = traits_type::to_char_type(c);
  append(&one, 1);
  return c;
}

std::streamsize Spool::xsputn(const char* text, std::streamsize count) {
  append(text, static_cast<std::size_t>(count));
  return count;
}

void Spool::append(const char* text, std::size_t count) {
  if (size() + count > limit_) {
    throw Error(ErrorCode::limit, "the answer is longer than " + std::to_string(limit_ >> 20) +
                                      " MiB; ask for less, with LIMIT or a narrower pattern");
  }
  memory_.append(text, count);
  if (memory_.size() > in_memory_) flush();
}

void Spool::flush() {
  if (file_ < 0) file_ = nameless_file();
  for (std::size_t done = 0; done < memory_.size();) {
    const ssize_t count = write(file_, memory_.data() + done, memory_.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail("cannot write");
    done += static_cast<std::size_t>(count);
  }
  written_ += memory_.size();
  memory_.clear();
}

}  // namespace dossier::server
