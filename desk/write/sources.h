// SPDX-License-Identifier: Apache-2.0
// The documents that others cite. Private to desk/.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dossier/views.h"

namespace dossier::writing {

struct Source {
  DocumentRow document;
  std::string sha256;  ///< "" when unknown
};
/// All documents, by date, those without one last.
std::vector<Source> sources(const KnowledgeBase& kb, const QueryOptions& options);

/// The facts that were read from a document, in its order, each once.
std::vector<FactRow> facts_of(const KnowledgeBase& kb, const Term& document,
                              const QueryOptions& options);

struct SourceSentence {
  Term sentence;
  std::string text, speaker;          ///< speaker: label, "" when unknown
  std::uint64_t index = 0, page = 0;  ///< page 0: the document has none
};
/// The sentences of a document from number `first`, counted from 0 in its order, at most `most`.
std::vector<SourceSentence> sentences_of(const KnowledgeBase& kb, const Term& document,
                                         std::size_t first, std::size_t most,
                                         const QueryOptions& options);

}  // namespace dossier::writing
