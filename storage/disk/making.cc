// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/making.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <vector>

#include "dossier/error.h"
#include "storage/disk/store_files.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kInfix = ".new-";

[[noreturn]] void throw_uncreated(const std::string& path, int error) {
  throw Error(ErrorCode::storage,
              fmt::format("cannot create the directory {}: {}. Give a place that can be written "
                          "to.",
                          path, std::strerror(error)));
}

// Without a slash or dot at its end, which would hide the name.
fs::path plain(const std::string& path) {
  fs::path out = path;
  while (out.has_parent_path() && out.has_relative_path() &&
         (out.filename().empty() || out.filename() == ".")) {
    out = out.parent_path();
  }
  return out;
}

fs::path parent_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// Of a file or a directory: a renamed directory is on disk when the one that holds it is.
void put_on_disk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool failed = file < 0 || (fsync(file) != 0 && errno != EINVAL);
  const int error = errno;
  if (file >= 0) ::close(file);
  if (failed) {
    throw Error(ErrorCode::storage, fmt::format("cannot write to {}: {}. See that the disk has "
                                                "space.",
                                                path.string(), std::strerror(error)));
  }
}

// Whatever filled it need not have done so.
void put_store_on_disk(const fs::path& directory) {
  for (const auto& entry : fs::directory_iterator(directory / "db")) put_on_disk(entry.path());
  put_on_disk(directory / "db");
  put_on_disk(directory);
}

void move(const fs::path& from, const fs::path& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) throw_uncreated(to.string(), errno);
}

bool is_real_directory(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(fs::symlink_status(path, error));
}

/// Removes a directory with all it holds, also when making the store fails.
class Scratch {
 public:
  explicit Scratch(fs::path path) : path_(std::move(path)) {}
  ~Scratch() {
    std::error_code ignored;  // the next writer tries again
    fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

 private:
  fs::path path_;
};

// The lock is taken first, so nobody else makes a store in this directory.
std::unique_ptr<DirectoryLock> make_inside(const fs::path& path,
                                           const std::function<void(const std::string&)>& fill) {
  auto lock = std::make_unique<DirectoryLock>(path.string());
  if (place_of(path.string()) == Place::store) return nullptr;
  const fs::path made = path / kUnfinishedName;
  const Scratch scratch(made);
  std::error_code error;
  fs::remove_all(made, error);
  fs::remove_all(path / "db", error);  // place_of() has seen that it holds no data
  if (mkdir(made.c_str(), 0777) != 0) throw_uncreated(made.string(), errno);
  fill(made.string());
  put_store_on_disk(made);
  move(made / "db", path / "db");
  put_on_disk(path);
  return lock;
}

/// A directory beside the path that only this process uses, with a locked one in it.
struct Beside {
  fs::path directory;
  std::unique_ptr<DirectoryLock> lock;
};

// Null when another process has just taken the new directory for a leftover.
std::unique_ptr<DirectoryLock> lock_new(const fs::path& made) {
  try {
    auto lock = std::make_unique<DirectoryLock>(made.string());
    if (fs::exists(made / "lock")) return lock;
  } catch (const Error&) {
    if (fs::exists(made / "lock")) return nullptr;
    if (fs::exists(made)) throw;
  }
  return nullptr;
}

Beside make_beside(const fs::path& path) {
  // No two threads use one name: whoever finds it removed and made again would take it for its own.
  static std::atomic<unsigned> made_here = 0;
  constexpr int kAttempts = 1000;
  for (int i = 0; i < kAttempts; ++i) {
    Beside out{fmt::format("{}{}{}.{}", path.string(), kInfix, getpid(), made_here++), nullptr};
    if (mkdir(out.directory.c_str(), 0777) != 0) {
      if (errno == EEXIST) continue;
      throw_uncreated(path.string(), errno);
    }
    const fs::path made = out.directory / kUnfinishedName;
    if (mkdir(made.c_str(), 0777) == 0) {
      out.lock = lock_new(made);
    } else if (errno != ENOENT) {
      const int error = errno;
      rmdir(out.directory.c_str());
      throw_uncreated(path.string(), error);
    }
    if (out.lock) return out;
  }
  throw_uncreated(path.string(), EEXIST);
}

std::unique_ptr<DirectoryLock> make_new(const fs::path& path,
                                        const std::function<void(const std::string&)>& fill) {
  std::error_code error;
  fs::create_directories(parent_of(path), error);
  if (error) throw_uncreated(path.string(), error.value());
  Beside beside = make_beside(path);
  const Scratch scratch(beside.directory);
  const fs::path made = beside.directory / kUnfinishedName;
  fill(made.string());
  put_store_on_disk(made);
  if (std::rename(made.c_str(), path.c_str()) != 0) {
    const int reason = errno;
    if (reason == ENOTEMPTY || reason == EEXIST) return nullptr;
    throw_uncreated(path.string(), reason);
  }
  put_on_disk(parent_of(path));
  return std::move(beside.lock);
}

// "kb.new-4711.0" for "kb".
bool is_leftover_name(std::string_view name, std::string_view store) {
  if (!name.starts_with(store) || !name.substr(store.size()).starts_with(kInfix)) return false;
  const std::string_view number = name.substr(store.size() + kInfix.size());
  return !number.empty() && number.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::vector<fs::path> leftovers(const fs::path& path) {
  std::vector<fs::path> found;
  const std::string store = path.filename().string();
  if (store.empty() || store == "." || store == "..") return found;
  std::error_code error;
  for (fs::directory_iterator at(parent_of(path), error), end; !error && at != end;
       at.increment(error)) {
    if (is_leftover_name(at->path().filename().string(), store) && is_real_directory(at->path())) {
      found.push_back(at->path());
    }
  }
  return found;
}

// Removes `directory/unfinished` unless a living process makes a store in it, then `directory` if
// nothing else is in it. The lock is the first thing that a maker puts there.
void remove_leftover(const fs::path& directory) {
  std::error_code ignored;
  const fs::path made = directory / kUnfinishedName;
  if (is_real_directory(made)) {
    const int lock = ::open((made / "lock").c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    const bool is_dead = lock >= 0 ? flock(lock, LOCK_EX | LOCK_NB) == 0 : errno == ENOENT;
    if (is_dead && (lock >= 0 || is_real_directory(made / "db"))) fs::remove_all(made, ignored);
    if (lock >= 0) ::close(lock);
    if (!is_dead || (rmdir(made.c_str()) != 0 && errno != ENOENT)) return;
  }
  rmdir(directory.c_str());
}

}  // namespace

std::unique_ptr<DirectoryLock> make_store(const std::string& path,
                                          const std::function<void(const std::string&)>& fill) {
  const fs::path at = plain(path);
  return place_of(path) == Place::missing ? make_new(at, fill) : make_inside(at, fill);
}

void remove_leftovers(const std::string& path) {
  for (const fs::path& directory : leftovers(plain(path))) remove_leftover(directory);
}

std::string leftover_beside(const std::string& path) {
  const auto found = leftovers(plain(path));
  return found.empty() ? std::string() : found.front().string();
}

}  // namespace dossier::storage
