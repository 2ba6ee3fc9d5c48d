// SPDX-License-Identifier: Apache-2.0
// Writes an analysed document as quads, in the form docs/vocabulary.md describes.
#pragma once

#include <cstdint>
#include <functional>

#include "dossier/quad.h"
#include "extract/document.h"
#include "extract/link/entity_linker.h"
#include "extract/resolve/resolve.h"

namespace dossier::extract {

struct WrittenCounts {
  std::uint64_t sentences = 0;
  std::uint64_t facts = 0;
  std::uint64_t entities = 0;
};

/// Hands every quad of the document's graph to `sink`. Blank nodes are labelled by what they are
/// ("fact-12"), so labels repeat from document to document: one transaction a document.
WrittenCounts write_document(const Analysis& analysis, const Resolution& resolution,
                             const EntityLinker& names,
                             const std::function<void(const Quad&)>& sink);

}  // namespace dossier::extract
