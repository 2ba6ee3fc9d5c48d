// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/lock.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "dossier/error.h"

namespace dossier::storage {
namespace {

[[noreturn]] void throw_unwritable(const std::string& path, int error) {
  throw Error(ErrorCode::storage,
              fmt::format("cannot write to {}: {}. Make it writable and see that the disk has "
                          "space, or open it read-only.",
                          path, std::strerror(error)));
}

std::string holder(int file) {
  std::array<char, 32> text{};
  const ssize_t size = pread(file, text.data(), text.size(), 0);
  return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "?";
}

// Somebody else's store may have a link there, to a file that must not be overwritten.
Descriptor open_lock(const std::string& path) {
  Descriptor file(
      ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644));
  const int error = errno;
  struct stat status {};
  const bool is_plain =
      file.get() >= 0 && fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode);
  if (is_plain && status.st_nlink <= 1) return file;
  if (file.get() < 0 && error != ELOOP && error != EISDIR && error != ENXIO) {
    throw_unwritable(path, error);
  }
  throw Error(ErrorCode::storage,
              fmt::format("{} is a link or no plain file. Remove it, if you trust this knowledge "
                          "base, or open it read-only.",
                          path));
}

}  // namespace

DirectoryLock::DirectoryLock(const std::string& directory) {
  const std::string path = directory + "/lock";
  file_ = open_lock(path);
  // flock belongs to the open file, not to the process: a second opening in this very process is
  // refused too, and closing another descriptor does not release it.
  if (flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    const std::string process = holder(file_.get());
    if (error != EWOULDBLOCK) throw_unwritable(path, error);
    if (process == std::to_string(getpid())) {
      throw Error(
          ErrorCode::conflict,
          fmt::format("{} is still open in this process: close its results and transactions "
                      "first, and the knowledge base itself.",
                      directory));
    }
    throw Error(ErrorCode::conflict,
                fmt::format("{} is open for writing in process {}. Close it there; what only reads "
                            "works beside it, and --read-only opens the prompt beside it.",
                            directory, process));
  }
  const std::string process = std::to_string(getpid());
  if (ftruncate(file_.get(), 0) != 0 || pwrite(file_.get(), process.data(), process.size(), 0) !=
                                            static_cast<ssize_t>(process.size())) {
    const int error = errno;
    throw_unwritable(path, error);
  }
}

}  // namespace dossier::storage
