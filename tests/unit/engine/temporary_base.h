// SPDX-License-Identifier: Apache-2.0
// A knowledge base in a folder of its own, gone with it.
#pragma once

#include <unistd.h>
#include <filesystem>
#include <optional>
#include <string>

#include "dossier/dossier.h"

class TemporaryBase {
 public:
  explicit TemporaryBase(const dossier::OpenOptions& options = {})
      : path_(std::filesystem::temp_directory_path() /
              ("dossier_engine_test_" + std::to_string(::getpid()) + "_" +
               std::to_string(++counter_))),
        base_(dossier::KnowledgeBase::open(path_.string(), options)) {}
  ~TemporaryBase() {
    base_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryBase(const TemporaryBase&) = delete;
  TemporaryBase& operator=(const TemporaryBase&) = delete;
  std::string path() const { return path_.string(); }
  dossier::KnowledgeBase& operator*() { return *base_; }
  dossier::KnowledgeBase* operator->() { return &*base_; }

 private:
  static inline int counter_ = 0;
  std::filesystem::path path_;
  std::optional<dossier::KnowledgeBase> base_;
};
