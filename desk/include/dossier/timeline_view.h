// SPDX-License-Identifier: Apache-2.0
// When something happened, and when documents speak of it. Part of <dossier/views.h>.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/document_view.h"

namespace dossier {

/// Documents of one day that mention the entity.
struct MentionDay {
  std::string date;
  std::uint64_t sentences = 0;
  std::uint64_t documents = 0;
};

struct TimelineView {
  NamedTerm entity;
  std::vector<FactRow> dated;        ///< facts with a time, by their first day
  std::vector<MentionDay> mentions;  ///< by the date of the document
  std::uint64_t undated_sentences = 0;
};

/// At most `most` dated facts of which the entity is subject or object.
DOSSIER_API TimelineView timeline_view(const KnowledgeBase& kb, const Term& entity,
                                       std::size_t most = 500, const QueryOptions& options = {});

}  // namespace dossier
