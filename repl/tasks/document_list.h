// SPDX-License-Identifier: Apache-2.0
// The documents of a knowledge base, for the command and for the shell.
#pragma once

#include <string>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// One row per document: date, document, author, sentences, facts, headline.
RowList document_list(const KnowledgeBase& kb);

/// The document with this IRI, local name, file name or headline. Throws Error(input) with similar
/// names if there is none.
Term resolve_document(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes);

}  // namespace dossier::repl
