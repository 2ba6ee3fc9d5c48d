// SPDX-License-Identifier: Apache-2.0
// One document as it is read: its sentences with who says them, the entities in them and the facts
// that were read from each. Part of <dossier/views.h>.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"
#include "dossier/fact_views.h"

namespace dossier {

/// A term and what a person calls it.
struct NamedTerm {
  Term term;
  std::string label;  ///< rdfs:label, else the last part of the IRI, or a literal's text
  /// person, organization, country, city, place, event, work, product, nationality, concept,
  /// individual, quantity, document, relation; "value" for a literal, "none" where a fact has no
  /// object.
  std::string kind;
};

/// A range of code points in a sentence: [begin, end).
using CodePoints = std::pair<std::uint64_t, std::uint64_t>;

struct DocumentMention {
  NamedTerm entity;
  CodePoints at;
};

struct DocumentSentence {
  Term sentence;
  std::uint64_t index = 0;
  std::string text;
  std::optional<NamedTerm> speaker;
  std::string turn;  ///< "Question" for a questioner without a name
  std::optional<std::uint64_t> page;
  std::vector<DocumentMention> mentions;  ///< by place
  std::vector<FactRow> facts;             ///< by the place of their subject
};

struct DocumentView {
  Term document;
  std::string headline, date, source_file, sha256, language;
  std::optional<NamedTerm> author, place;
  std::uint64_t all_sentences = 0;
  std::vector<DocumentSentence> sentences;  ///< those that were asked for
};

/// Sentences `first` and on of a document, at most `most`. Throws Error(input) for what is no
/// document; otherwise as views do.
DOSSIER_API DocumentView document_view(const KnowledgeBase& kb, const Term& document,
                                       std::uint64_t first = 0, std::size_t most = 1000,
                                       const QueryOptions& options = {});

}  // namespace dossier
