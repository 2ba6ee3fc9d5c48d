// SPDX-License-Identifier: Apache-2.0
// The view of documents. Part of <dossier/views.h>.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"

namespace dossier {

struct DocumentRow {
  Term document;
  std::string headline, date, author;  ///< "" when unknown
  /// The headline without the beginning that it shares with others of the list, after "…".
  std::string short_headline;
  std::string file;  ///< the path as it was named
  std::string language;
  std::uint64_t sentences = 0, facts = 0;
};

/// The documents by date, those without one last. With `words` (as in FindRequest::words): those
/// that have them in a sentence or the headline. Errors as find().
DOSSIER_API std::vector<DocumentRow> document_rows(const KnowledgeBase& kb,
                                                   const std::string& words = {},
                                                   const QueryOptions& options = {});

}  // namespace dossier
