// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/store_files.h"

#include <fmt/core.h>

#include <filesystem>

#include "dossier/error.h"

namespace dossier::storage {

namespace fs = std::filesystem;

std::string load_directory(const std::string& path) { return (fs::path(path) / "load").string(); }

void prepare_directory(const std::string& path, OpenMode mode) {
  std::error_code error;
  const auto fail = [&](std::string_view what) {
    throw Error(ErrorCode::storage, fmt::format("{} {}", path, what));
  };
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    if (mode != OpenMode::create) fail("does not exist. Give the path of a knowledge base.");
    fs::create_directories(path, error);
    if (error) {
      throw Error(
          ErrorCode::storage,
          fmt::format("cannot create the directory {}: {}. Give a place that can be written "
                      "to.",
                      path, error.message()));
    }
    return;
  }
  if (!fs::is_directory(status)) fail("is a file. A knowledge base is a directory.");
  if (fs::exists(fs::path(path) / "db" / "CURRENT", error)) return;
  const bool started = fs::exists(fs::path(path) / "lock", error);
  if (mode == OpenMode::create && (started || fs::is_empty(path, error))) return;
  if (error) fail("cannot be read: " + error.message() + ". Check its permissions.");
  if (started) fail(kUnfinished);
  fail("holds no knowledge base. Give its path, or an empty directory to create one in.");
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
