// SPDX-License-Identifier: Apache-2.0
// The list of saved queries, for the command and for the shell.
#pragma once

#include "dossier/dossier.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// One row per query: name, parameters, description.
RowList saved_query_list(const KnowledgeBase& kb);

}  // namespace dossier::repl
