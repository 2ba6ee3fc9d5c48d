// The one knowledge base all evaluation tests take turns in: opening a store for each of a thousand
// tests would take longer than the tests.
#pragma once

#include <string>
#include <vector>

#include "engine/dossier.h"
#include "tests/w3c/manifest.h"

namespace dossier::w3c {

class Workbench {
 public:
  /// Makes an empty knowledge base in a temporary folder.
  Workbench();
  ~Workbench();
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  KnowledgeBase& knowledge_base() { return *knowledge_base_; }
  /// Erases everything and puts in `quads`. Blank nodes of different files must have different
  /// labels.
  void load(const std::vector<Quad>& quads);
  std::vector<Quad> dump() const;

 private:
  std::string folder_;
  std::optional<KnowledgeBase> knowledge_base_;
};

/// A file's quads with blank nodes renamed so that they are the file's own; in `graph` if given.
std::vector<Quad> quads_of_file(const Suites& suites, const std::string& iri,
                                const std::optional<Term>& graph);

}  // namespace dossier::w3c
