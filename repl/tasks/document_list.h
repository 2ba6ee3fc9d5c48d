// SPDX-License-Identifier: Apache-2.0
// The documents of a knowledge base, for the command and for the shell.
#pragma once

#include <string>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// date, document, author, sentences, facts, headline: a row each.
RowList document_list(const KnowledgeBase& kb);

/// The document meant by its IRI, its local name, its file name or its headline. Throws
/// Error(input) with near names when there is none.
Term resolve_document(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes);

}  // namespace dossier::repl
