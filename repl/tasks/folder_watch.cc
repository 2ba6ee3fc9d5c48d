// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/folder_watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "dossier/error.h"

namespace dossier::repl {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR | IN_EXCL_UNLINK;

}  // namespace

FolderWatch::FolderWatch(const std::vector<std::string>& paths, bool recursive)
    : queue_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), recursive_(recursive) {
  if (queue_ < 0)
    throw Error(ErrorCode::input, fmt::format("cannot follow folders: {}", std::strerror(errno)));
  try {
    for (const std::string& path : paths) {
      std::error_code unknown;
      if (fs::is_directory(path, unknown)) follow(path);
    }
    if (folders_.empty())
      throw Error(ErrorCode::usage, "--watch follows a folder; give the path of one");
  } catch (...) {
    close(queue_);
    throw;
  }
}

FolderWatch::~FolderWatch() { close(queue_); }

void FolderWatch::follow(const std::string& folder) {
  const int number = inotify_add_watch(queue_, folder.c_str(), kEvents);
  if (number < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return;  // It has gone in the meantime.
    throw Error(ErrorCode::input,
                fmt::format("cannot follow the folder {}: {}", folder, std::strerror(errno)));
  }
  folders_[number] = folder;
  if (!recursive_) return;
  std::error_code failure;
  for (fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, failure);
       !failure && at != fs::directory_iterator(); at.increment(failure)) {
    const bool hidden = at->path().filename().string().starts_with('.');
    std::error_code unknown;
    if (!hidden && at->is_directory(unknown) && !at->is_symlink(unknown))
      follow(at->path().string());
  }
}

bool FolderWatch::wait(std::chrono::milliseconds patience) {
  pollfd ready{queue_, POLLIN, 0};
  // A signal ends the wait; the caller looks at what it means.
  if (poll(&ready, 1, static_cast<int>(patience.count())) <= 0) return false;
  return take_events();
}

bool FolderWatch::take_events() {
  alignas(inotify_event) std::array<char, 1 << 14> buffer;
  bool any = false;
  for (;;) {
    const ssize_t got = read(queue_, buffer.data(), buffer.size());
    if (got <= 0) return any;
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(got);) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const std::string name(event.len == 0 ? "" : buffer.data() + at + sizeof event);
      at += sizeof event + event.len;
      any = true;
      const auto folder = folders_.find(event.wd);
      const bool opened = (event.mask & IN_ISDIR) != 0 && !name.starts_with('.');
      if (recursive_ && opened && folder != folders_.end())
        follow((fs::path(folder->second) / name).string());
    }
  }
}

void FolderWatch::keep_changed(DocumentPaths& paths) {
  std::erase_if(paths.files, [&](const IngestSource& file) {
    std::error_code unknown;
    const auto size = fs::file_size(file.path, unknown);
    const auto time = fs::last_write_time(file.path, unknown).time_since_epoch().count();
    const std::pair<std::uintmax_t, std::int64_t> now{size, time};
    const auto [known, fresh] = seen_.try_emplace(file.path, now);
    return !fresh && std::exchange(known->second, now) == now;
  });
}

}  // namespace dossier::repl
