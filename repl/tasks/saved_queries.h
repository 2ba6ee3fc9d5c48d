// SPDX-License-Identifier: Apache-2.0
// Queries kept in the knowledge base, for the commands and for the shell.
#pragma once

#include <optional>
#include <string>

#include "dossier/dossier.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// Keeps a query; without a description, the comment at its start is taken. Throws Error(usage) for
/// a name that could not be told from a file or an option.
void save_query(KnowledgeBase& kb, const std::string& name, const std::string& text,
                const std::optional<std::string>& description);

/// Throws Error(input) with near names when there is none of that name.
SavedQuery saved_query(const KnowledgeBase& kb, const std::string& name);

/// name, parameters, description: a row each.
RowList saved_query_list(const KnowledgeBase& kb);

}  // namespace dossier::repl
