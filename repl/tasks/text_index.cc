// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/text_index.h"

#include <algorithm>

#include "dossier/extract.h"
#include "dossier/text_index.h"
#include "repl/process/progress.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

/// A text with fewer spaces is a name: nothing in it is inflected.
constexpr std::ptrdiff_t kFewSpaces = 3;

std::vector<WordBase> bases_in_sentences(const std::string& text) {
  if (std::count(text.begin(), text.end(), ' ') < kFewSpaces) return {};
  return word_bases(text);
}

}  // namespace

bool has_whole_text_index(const KnowledgeBase& kb) { return text_index_state(kb).complete; }

void index_texts(KnowledgeBase& kb, const std::vector<std::string>& more_predicates, bool quiet,
                 Console& console) {
  Progress progress(console, "indexing texts", quiet);
  index_text(kb, {.more_predicates = more_predicates,
                  .base_forms = bases_in_sentences,
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
