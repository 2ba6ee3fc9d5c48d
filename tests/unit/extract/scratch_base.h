// SPDX-License-Identifier: Apache-2.0
// A knowledge base in a directory of its own that goes with it.
#pragma once

#include "../storage/temp_dir.h"
#include "dossier/dossier.h"

namespace dossier::test {

class ScratchBase {
 public:
  KnowledgeBase& operator*() { return kb_; }
  std::size_t quads() const {
    std::size_t count = 0;
    kb_.dump([&](const Quad&) { ++count; });
    return count;
  }

 private:
  storage::TempDir directory_;
  KnowledgeBase kb_ = KnowledgeBase::open(directory_ / "kb");
};

}  // namespace dossier::test
