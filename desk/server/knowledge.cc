// SPDX-License-Identifier: Apache-2.0
#include "desk/server/knowledge.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "dossier/error.h"

namespace dossier::server {

const KnowledgeBase& Knowledge::now() {
  if (writable_) return kb_;
  const std::scoped_lock lock(mutex_);
  const auto time = std::chrono::steady_clock::now();
  if (!seen_.empty() && time - looked_ < std::chrono::seconds(1)) return kb_;
  looked_ = time;
  // Taken before the look at the data: what is written meanwhile is seen the next time.
  std::string fresh = fingerprint();
  if (fresh != seen_) {
    kb_.refresh();
    seen_ = std::move(fresh);
  }
  return kb_;
}

KnowledgeBase& Knowledge::writable() {
  if (writable_) return kb_;
  throw Error(ErrorCode::usage, "nothing can be changed here: the server runs without --edit");
}

std::string Knowledge::name() const {
  std::filesystem::path path = std::filesystem::path(path_).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  return path.filename().string();
}

std::string Knowledge::fingerprint() const {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(path_, error)) {
    const auto size = entry.file_size(error);
    const auto time = entry.last_write_time(error).time_since_epoch().count();
    files.push_back(entry.path().filename().string() + " " + std::to_string(size) + " " +
                    std::to_string(time) + "\n");
  }
  std::sort(files.begin(), files.end());
  std::string all = "\n";
  for (const std::string& file : files) all += file;
  return all;
}

}  // namespace dossier::server
