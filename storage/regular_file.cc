// SPDX-License-Identifier: Apache-2.0
#include "storage/regular_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "dossier/error.h"

namespace dossier::storage {
namespace {

using Status = struct stat;

[[noreturn]] void fail(const std::string& name, std::string_view what) {
  throw Error(ErrorCode::input, fmt::format("cannot read {}: {}", name, what));
}

void require_regular(const Status& status, const std::string& name, std::string_view advice) {
  if (S_ISREG(status.st_mode)) return;
  if (S_ISDIR(status.st_mode)) fail(name, "it is a directory");
  fail(name, fmt::format("it is not a regular file{}", advice));
}

Descriptor open_regular(const std::string& path, std::string_view advice) {
  // To open a device may do something by itself, so it is looked at before.
  Status status{};
  if (stat(path.c_str(), &status) != 0) fail(path, std::strerror(errno));
  require_regular(status, path, advice);
  // It may be another thing by now: opening a pipe waits for who writes to it, unless O_NONBLOCK.
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.get() < 0) fail(path, std::strerror(errno));
  return file;
}

}  // namespace

RegularFile::RegularFile(const std::string& path, std::string_view advice)
    : RegularFile(open_regular(path, advice), path, advice) {}

RegularFile::RegularFile(Descriptor file, std::string name, std::string_view advice)
    : name_(std::move(name)), file_(std::move(file)) {
  Status status{};
  if (fstat(file_.get(), &status) != 0) fail(name_, std::strerror(errno));
  require_regular(status, name_, advice);
}

std::size_t RegularFile::read(char* out, std::size_t capacity) {
  for (;;) {
    const ssize_t got = ::read(file_.get(), out, capacity);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail(name_, std::strerror(errno));
  }
}

std::string read_whole(RegularFile& file, std::size_t limit) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (const std::size_t got = file.read(buffer.data(), buffer.size())) {
    if (got > limit - bytes.size()) refuse_length(file.name(), limit);
    bytes.append(buffer.data(), got);
  }
  return bytes;
}

void refuse_length(std::string_view name, std::size_t limit) {
  const std::string size =
      limit >> 20 > 0 ? fmt::format("{} MiB", limit >> 20) : fmt::format("{} bytes", limit);
  throw Error(ErrorCode::limit, fmt::format("{} is larger than {}", name, size));
}

}  // namespace dossier::storage
