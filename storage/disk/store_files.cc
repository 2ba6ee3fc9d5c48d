// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/store_files.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "dossier/error.h"
#include "storage/disk/making.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kOurNames{"lock", "load", kUnfinishedName};

[[noreturn]] void fail(const std::string& path, std::string_view what) {
  throw Error(ErrorCode::storage, fmt::format("{} {}", path, what));
}

// Calls `visit` for each entry; throws when the directory cannot be read.
template <typename Visit>
void each_entry(const fs::path& directory, const Visit& visit) {
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    visit(*at);
  }
  if (error) {
    fail(directory.string(), "cannot be read: " + error.message() + ". Check its permissions.");
  }
}

// True if RocksDB was killed before it wrote CURRENT. Table files or logs are data.
bool has_no_data(const fs::path& db) {
  bool empty = true;
  each_entry(db, [&](const fs::directory_entry& entry) {
    const fs::path extension = entry.path().extension();
    if (extension == ".sst" || extension == ".log") empty = false;
  });
  return empty;
}

Place place_of_directory(const std::string& path) {
  const fs::path db = fs::path(path) / "db";
  std::error_code error;
  if (fs::exists(db / "CURRENT", error)) return Place::store;
  if (error) fail(path, "cannot be read: " + error.message() + ". Check its permissions.");
  bool is_empty = true;
  bool is_ours = true;
  bool has_db = false;
  each_entry(path, [&](const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    is_empty = false;
    if (name == "db") {
      has_db = true;
    } else if (std::find(kOurNames.begin(), kOurNames.end(), name) == kOurNames.end()) {
      is_ours = false;
    }
  });
  if (is_empty) return Place::empty;
  if (has_db && !(fs::is_directory(db, error) && has_no_data(db))) {
    fail(path, "is damaged: it has lost its file db/CURRENT. Restore a backup.");
  }
  if (is_ours) return Place::started;
  fail(path, "holds no knowledge base. Give its path, or an empty directory to create one in.");
}

void require_plain(const fs::directory_entry& entry, OpenMode mode) {
  std::error_code error;
  const bool is_link = entry.is_symlink(error);
  if (is_link && mode != OpenMode::read_only) {
    fail(entry.path().string(),
         "is a symbolic link. To write to this knowledge base, put a copy of the file in its "
         "place.");
  }
  const fs::file_status status = entry.status(error);
  // A file that a writer has just removed is none of ours.
  if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status)) {
    fail(entry.path().string(), "is no plain file. Restore a backup.");
  }
}

}  // namespace

std::string load_directory(const std::string& path) { return (fs::path(path) / "load").string(); }

Place place_of(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return Place::missing;
  if (!fs::is_directory(status)) fail(path, "is a file. A knowledge base is a directory.");
  return place_of_directory(path);
}

void require_store(const std::string& path) {
  switch (place_of(path)) {
    case Place::store:
      return;
    case Place::started:
      fail(path, kUnfinished);
    case Place::empty:
      fail(path, "holds no knowledge base. Give its path, or an empty directory to create one in.");
    case Place::missing:
      break;
  }
  const std::string leftover = leftover_beside(path);
  if (leftover.empty()) fail(path, "does not exist. Give the path of a knowledge base.");
  fail(path, fmt::format("does not exist: its creation was interrupted or still goes on in {}. "
                         "Write to {} to create it, for example with 'dossier load'.",
                         leftover, path));
}

void require_plain_files(const std::string& path, OpenMode mode) {
  const fs::path db = fs::path(path) / "db";
  for (const char* name : {"db", "lock"}) {
    std::error_code error;
    const fs::directory_entry entry(fs::path(path) / name, error);
    if (!error) require_plain(entry, mode);
  }
  each_entry(db, [&](const fs::directory_entry& entry) { require_plain(entry, mode); });
}

void remove_unfinished(const std::string& directory) {
  std::error_code error;
  fs::remove_all(directory, error);
  if (!error) return;
  fail(directory, "holds what an interrupted load or creation has left, and cannot be removed: " +
                      error.message() + ". Remove it by hand, then try again.");
}

std::uint64_t directory_bytes(const std::string& path) {
  std::uint64_t bytes = 0;
  std::error_code gone;
  for (const char* part : {"", "db"}) {
    for (fs::directory_iterator at(fs::path(path) / part, gone), end; !gone && at != end;
         at.increment(gone)) {
      std::error_code error;
      const std::uintmax_t size =
          fs::is_regular_file(at->path(), error) ? fs::file_size(at->path(), error) : 0;
      if (!error) bytes += size;
    }
  }
  return bytes;
}

}  // namespace dossier::storage
