// SPDX-License-Identifier: Apache-2.0
// Records documents without a store, for tests of what is written.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/graph/vocabulary.h"
#include "extract/record/write_document.h"
#include "model/vocabulary.h"
#include "storage/memory_source.h"
#include "tests/unit/extract/read_text.h"

namespace dossier::test {

using namespace dossier::extract;

inline Term entity(const std::string& name) {
  return Term::iri(vocabulary::iri(vocabulary::kEntity, name));
}

/// Documents recorded one after the other, each knowing those before.
class Recorder {
 public:
  void add(const std::string& text, const std::string& name) {
    const ReadText read = read_text(text, name);
    const GraphReader known(std::make_shared<storage::MemorySource>(quads));
    const Decisions nothing_decided;
    const EntityLinker names(read.analysis, known, nothing_decided);
    ++documents_;
    counts = write_document(read.analysis, read.resolution, names,
                            [&](const Quad& quad) { quads.push_back(fresh(quad)); });
  }

  GraphReader reader() const { return GraphReader(std::make_shared<storage::MemorySource>(quads)); }

  std::vector<Quad> quads;
  WrittenCounts counts;

 private:
  /// Blank labels are fresh for each document, as a transaction makes them.
  Quad fresh(Quad quad) const {
    for (Term* term : {&quad.subject, &quad.object})
      if (term->is_blank_node())
        *term = Term::blank_node("d" + std::to_string(documents_) + "-" + term->value());
    return quad;
  }

  int documents_ = 0;
};

}  // namespace dossier::test
