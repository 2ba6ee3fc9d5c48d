// SPDX-License-Identifier: Apache-2.0
// Tells when files appear or change in folders.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "repl/tasks/ingest_files.h"

namespace dossier::repl {

/// Follows folders by inotify. For one thread.
class FolderWatch {
 public:
  /// Those of `paths` that are folders; with `recursive` also the folders inside them, hidden ones
  /// left out. Throws Error(usage) when none is, Error(input) when one cannot be followed.
  FolderWatch(const std::vector<std::string>& paths, bool recursive);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// Waits so long at most. True when something happened in the folders since the last call.
  bool wait(std::chrono::milliseconds patience);

  /// Leaves in `paths` only files that are new or have changed since the last call.
  void keep_changed(DocumentPaths& paths);

 private:
  void follow(const std::string& folder);
  bool take_events();

  int queue_;
  bool recursive_;
  std::map<int, std::string> folders_;  ///< by their number in the queue
  /// Size and time of each file when it was looked at.
  std::map<std::string, std::pair<std::uintmax_t, std::int64_t>> seen_;
};

}  // namespace dossier::repl
