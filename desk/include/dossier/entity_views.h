// SPDX-License-Identifier: Apache-2.0
// The view of an entity: its card, and what somebody says. Part of <dossier/views.h>.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"
#include "dossier/fact_views.h"

namespace dossier {

/// Another thing or a document, with the number of sentences.
struct MentionCount {
  Term thing;
  std::string name;  ///< of a document its headline
  std::string date;  ///< of a document; "" when unknown
  std::uint64_t sentences = 0;
};

struct EntityRequest {
  Term entity;
  std::size_t most = 100;  ///< facts of each kind, at most
};

struct EntityView {
  Term entity;
  std::string label;
  std::vector<Term> classes;
  std::vector<std::string> class_names;
  std::vector<std::string> aliases;
  std::uint64_t sentences = 0;          ///< that mention it
  std::vector<MentionCount> documents;  ///< that mention it, by date
  std::vector<FactRow> roles;           ///< posts and typed relations that it is the subject of
  /// Relations among these that can have one value and have several: see dossier/conflicts.h.
  std::vector<Term> contradicted;
  std::vector<FactRow> facts;         ///< asserted, it is the subject
  std::vector<FactRow> incoming;      ///< asserted, it is the object
  std::vector<FactRow> not_asserted;  ///< denied, planned, ... on either side
  std::vector<FactRow> claims;        ///< facts about others that it claims
  /// Things of the same name that may be this one, or not: nobody has decided. No sentences.
  std::vector<MentionCount> possibly_same;
  std::vector<MentionCount> with;  ///< named things in the same sentences, most first
};

/// All that is known of one thing. Empty parts for what the knowledge base does not have.
DOSSIER_API EntityView entity_view(const KnowledgeBase& kb, const EntityRequest& request,
                                   const QueryOptions& options = {});

struct SaysRequest {
  Term speaker;
  std::optional<Term> about = {};  ///< sentences that mention this thing, or what involves it
  std::string words = {};          ///< or that have these words, as in FindRequest::words
  std::size_t most = 20;
  std::size_t skip = 0;
};
struct Saying {
  Term sentence, document;
  std::string headline, date;  ///< "" when unknown
  std::string text;
  bool reported = false;  ///< somebody else tells it
};
struct Sayings {
  std::vector<Saying> sentences;  ///< by date, then in the documents' order
  std::uint64_t all = 0;
};
/// What somebody says: sentences of which it is the speaker, and those with facts attributed to it.
DOSSIER_API Sayings says(const KnowledgeBase& kb, const SaysRequest& request,
                         const QueryOptions& options = {});

}  // namespace dossier
