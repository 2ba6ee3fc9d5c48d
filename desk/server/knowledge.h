// SPDX-License-Identifier: Apache-2.0
// The knowledge base that is served, as new as it is on disk.
#pragma once

#include <chrono>
#include <mutex>
#include <string>

#include "dossier/dossier.h"

namespace dossier::server {

/// Any thread.
class Knowledge {
 public:
  Knowledge(KnowledgeBase& kb, std::string path, bool writable)
      : kb_(kb), path_(std::move(path)), writable_(writable) {}

  /// To read: catches up first with a writer of another process, at most once a second and only
  /// when files have changed.
  const KnowledgeBase& now();
  /// To write. Throws Error(usage) when nothing may be changed.
  KnowledgeBase& writable();
  bool is_writable() const { return writable_; }
  /// The folder's name, for titles.
  std::string name() const;

 private:
  std::string fingerprint() const;

  KnowledgeBase& kb_;
  std::string path_;
  bool writable_;
  std::mutex mutex_;
  std::string seen_;
  std::chrono::steady_clock::time_point looked_;
};

}  // namespace dossier::server
