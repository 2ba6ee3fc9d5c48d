// A knowledge base in a directory of its own that goes with it.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

#include "engine/dossier.h"

namespace dossier::test {

class ScratchBase {
 public:
  ScratchBase() : path_(make_directory()), kb_(KnowledgeBase::open(path_ + "/kb")) {}
  ~ScratchBase() {
    std::error_code ignored;  // a directory left behind in /tmp fails no test
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchBase(const ScratchBase&) = delete;
  ScratchBase& operator=(const ScratchBase&) = delete;

  KnowledgeBase& operator*() { return kb_; }
  std::size_t quads() const {
    std::size_t count = 0;
    kb_.dump([&](const Quad&) { ++count; });
    return count;
  }

  static std::string make_directory() {
    std::string name = (std::filesystem::temp_directory_path() / "dossier-extract-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw Error(ErrorCode::storage, "cannot make " + name);
    return name;
  }

 private:
  std::string path_;
  KnowledgeBase kb_;
};

}  // namespace dossier::test
