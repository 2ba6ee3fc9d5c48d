// SPDX-License-Identifier: Apache-2.0
// Views: functions from a knowledge base to rows with the sentences behind them, as a person wants
// to see them. Installed as <dossier/views.h>.
//
//   for (const auto& found : dossier::find(kb, {.words = "cease fire*"}).sentences)
//     std::cout << found.text << "\n";
//
// Each view sees one state of the knowledge base for each query that it asks. Any thread may call
// it, also while another writes. Views keep to the limits of their QueryOptions, each of whose
// queries has the whole time limit, and throw what KnowledgeBase::query() throws.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/document_view.h"
#include "dossier/document_views.h"
#include "dossier/dossier.h"
#include "dossier/entity_views.h"
#include "dossier/export.h"
#include "dossier/fact_views.h"
#include "dossier/graph_views.h"
#include "dossier/timeline_view.h"

namespace dossier {

/// A family: relations that answer one question, whatever verb the document has.
struct RelationFamily {
  std::string_view name;                        ///< "meet"
  std::span<const std::string_view> relations;  ///< local names: "meet_with"
};
/// All of them, by name. They live as long as the process.
DOSSIER_API std::span<const RelationFamily> relation_families();

/// The relations of the family with this name that the knowledge base has facts with, in the
/// family's order. Empty when there is no such family.
DOSSIER_API std::vector<Term> family(const KnowledgeBase& kb, std::string_view name,
                                     const QueryOptions& options = {});

/// Bytes of a text: [begin, end).
using TextSpans = std::vector<std::pair<std::size_t, std::size_t>>;

struct FindRequest {
  /// Words, "phrases", beginnings*, misspelt~ words, AND, OR, NOT or -, parentheses. A word means
  /// all its forms, a phrase what is written.
  std::string words;
  std::optional<Term> document = {};  ///< sentences of this document only
  std::optional<Term> speaker = {};   ///< sentences that this entity says
  std::string since = {};             ///< of documents from this day on: "2020-11-13"
  std::size_t entities = 10;          ///< at most so many
  std::size_t sentences = 10;
  std::size_t skip = 0;  ///< so many sentences are left out, from the best
};

struct FoundEntity {
  Term entity;
  Term entity_class;           ///< k:Concept for what has no name
  std::string label;           ///< "" when it has none
  std::string name;            ///< the name that matches best
  std::uint64_t mentions = 0;  ///< sentences
};

struct FoundDocument {
  Term document;
  std::string headline;
  std::string date;  ///< "" when unknown
};

struct FoundSentence {
  Term sentence;
  Term document;
  std::string headline, date, speaker;  ///< of document, document, and label; "" when unknown
  std::string text;
  TextSpans marks;   ///< what matches, in order
  double score = 0;  ///< by BM25; comparable within one search
};

/// The best first: names before concepts, more mentions before fewer; sentences by score.
struct Found {
  std::vector<FoundEntity> entities;
  std::vector<FoundDocument> documents;  ///< whose headlines match, at most ten
  std::vector<FoundSentence> sentences;
  std::uint64_t all_entities = 0;          ///< that match, shown or not
  std::uint64_t all_sentences = 0;         ///< likewise
  std::vector<std::string> unknown_words;  ///< words that no text has, as written
  /// What was searched for instead: the words with "~" behind those that are unknown. Empty when
  /// the search found something as it was written.
  std::string searched_instead;
};

/// Entities, documents and sentences by their words. When the words as written find no sentence and
/// no entity, words that are spelled nearly so count, too. Throws Error(syntax) for words that are
/// no search, Error(usage) for a `since` that is no day, and when the text index is incomplete (see
/// dossier/text_index.h).
DOSSIER_API Found find(const KnowledgeBase& kb, const FindRequest& request,
                       const QueryOptions& options = {});

}  // namespace dossier
