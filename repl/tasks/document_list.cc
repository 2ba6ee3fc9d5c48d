// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/document_list.h"

#include "desk/views/document_name.h"
#include "dossier/ingest.h"

namespace dossier::repl {

RowList document_list(const KnowledgeBase& kb) {
  RowList list;
  list.columns = {"date", "document", "author", "sentences", "facts", "headline"};
  for (const DocumentSummary& document : documents(kb)) {
    list.rows.push_back({text_or_none(document.date), document.document,
                         text_or_none(document.author),
                         Term::integer(static_cast<std::int64_t>(document.sentences)),
                         Term::integer(static_cast<std::int64_t>(document.facts)),
                         text_or_none(document.headline)});
  }
  return list;
}

Term resolve_document(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes) {
  return document_named(kb, text, prefixes);
}

}  // namespace dossier::repl
