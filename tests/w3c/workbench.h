// SPDX-License-Identifier: Apache-2.0
// The one knowledge base all evaluation tests take turns in: opening a store for each of a thousand
// tests would take longer than the tests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "tests/unit/storage/temp_dir.h"
#include "tests/w3c/manifest.h"

namespace dossier::w3c {

class Workbench {
 public:
  KnowledgeBase& knowledge_base() { return knowledge_base_; }
  /// Erases everything and puts in `quads`. Blank nodes of different files must have different
  /// labels.
  void load(const std::vector<Quad>& quads);
  std::vector<Quad> dump() const;

 private:
  storage::TempDir folder_;
  KnowledgeBase knowledge_base_ = KnowledgeBase::open(folder_ / "kb");
};

/// A file's quads with blank nodes renamed so that they are the file's own; in `graph` if given.
std::vector<Quad> quads_of_file(const Suites& suites, const std::string& iri,
                                const std::optional<Term>& graph);

}  // namespace dossier::w3c
