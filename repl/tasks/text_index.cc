// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/text_index.h"

#include "dossier/extract.h"
#include "dossier/text_index.h"
#include "repl/process/progress.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {

bool has_whole_text_index(const KnowledgeBase& kb) { return text_index_state(kb).complete; }

void index_texts(KnowledgeBase& kb, const std::vector<std::string>& more_predicates, bool quiet,
                 Console& console) {
  Progress progress(console, "indexing texts", quiet);
  index_text(kb, {.more_predicates = more_predicates,
                  .base_forms = word_bases,
                  .progress = progress.callback()});
}

KnowledgeBase open_searchable(const std::string& path, bool read_only, Console& console) {
  KnowledgeBase kb = open_database(path, OpenMode::read_only);
  if (read_only || has_whole_text_index(kb)) return kb;
  KnowledgeBase writable = open_database(path, OpenMode::existing);
  index_texts(writable, {}, false, console);
  return writable;
}

}  // namespace dossier::repl
