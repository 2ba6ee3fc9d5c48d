// SPDX-License-Identifier: Apache-2.0
#include "desk/write/whole_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include "dossier/error.h"

namespace dossier::writing {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_unwritable(const fs::path& path, int error) {
  throw Error(ErrorCode::input, fmt::format("cannot write {}: {}", path.string(),
                                            std::strerror(error == 0 ? EIO : error)));
}

void put_on_disk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool failed = file < 0 || (::fsync(file) != 0 && errno != EINVAL);
  const int error = errno;
  if (file >= 0) ::close(file);
  if (failed) throw_unwritable(path, error);
}

/// Without a slash at its end, which would hide the name.
fs::path plain(const fs::path& path) {
  return path.filename().empty() && path.has_relative_path() ? path.parent_path() : path;
}

fs::path parent_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

fs::path aside_of(const fs::path& path) {
  return parent_of(path) / fmt::format(".{}.new-{}", path.filename().string(), ::getpid());
}

/// Messages name the file that is wanted, not the one aside.
void fill_file(const fs::path& path, const fs::path& wanted,
               const std::function<void(std::ostream&)>& write) {
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  if (!out) throw_unwritable(wanted, errno);
  write(out);
  errno = 0;
  out.close();
  if (!out) throw_unwritable(wanted, errno);
}

void move(const fs::path& from, const fs::path& to) {
  put_on_disk(from);
  if (std::rename(from.c_str(), to.c_str()) != 0) throw_unwritable(to, errno);
  put_on_disk(parent_of(to));
}

/// Removes a file that was not moved away.
class Scratch {
 public:
  explicit Scratch(fs::path path) : path_(std::move(path)) {}
  ~Scratch() {
    std::error_code gone;  // it was moved
    fs::remove(path_, gone);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

 private:
  fs::path path_;
};

bool is_special(const fs::path& path) {
  std::error_code missing;  // a new file
  const fs::file_status status = fs::status(path, missing);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

}  // namespace

void write_whole_file(const std::string& path, const std::function<void(std::ostream&)>& write) {
  if (path.empty()) throw Error(ErrorCode::usage, "the name of the file to write is empty");
  if (is_special(path)) {
    fill_file(path, path, write);
    return;
  }
  std::error_code missing;
  if (fs::is_directory(path, missing))
    throw Error(ErrorCode::usage, fmt::format("{} is a folder: give the name of a file", path));
  const fs::path aside = aside_of(path);
  const Scratch scratch(aside);
  fill_file(aside, path, write);
  move(aside, path);
}

WholeFolder::WholeFolder(const std::string& path) : path_(plain(path)), aside_(aside_of(path_)) {
  if (path.empty()) throw Error(ErrorCode::usage, "the name of the folder to write is empty");
  std::error_code error;
  if (fs::exists(path_, error) && !(fs::is_directory(path_, error) && fs::is_empty(path_, error)))
    throw Error(ErrorCode::usage,
                fmt::format("{} is there already: give a new or an empty folder", path));
  fs::create_directory(aside_, error);
  if (error) throw_unwritable(path_, error.value());
}

WholeFolder::~WholeFolder() {
  std::error_code gone;  // it was committed
  fs::remove_all(aside_, gone);
}

void WholeFolder::write(const std::string& name,
                        const std::function<void(std::ostream&)>& write) const {
  const fs::path file = aside_ / name;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  const fs::path wanted = path_ / name;
  if (error) throw_unwritable(wanted.parent_path(), error.value());
  fill_file(file, wanted, write);
  put_on_disk(file);
}

void WholeFolder::commit() { move(aside_, path_); }

}  // namespace dossier::writing
