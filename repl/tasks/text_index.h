// SPDX-License-Identifier: Apache-2.0
// Completing the text index.
#pragma once

#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "repl/process/console.h"

namespace dossier::repl {

/// Whether every text can be found.
bool has_whole_text_index(const KnowledgeBase& kb);

/// Indexes all texts, those of further predicates, too, with the base forms of words in texts that
/// may be sentences. Progress on the error stream unless quiet.
void index_texts(KnowledgeBase& kb, const std::vector<std::string>& more_predicates, bool quiet,
                 Console& console);

/// Opens for reading. After a large load the index is completed first, which opens for writing,
/// unless `read_only`.
KnowledgeBase open_searchable(const std::string& path, bool read_only, Console& console);

}  // namespace dossier::repl
