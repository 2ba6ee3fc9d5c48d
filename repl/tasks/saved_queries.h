// SPDX-License-Identifier: Apache-2.0
// The list of saved queries, for the command and for the shell.
#pragma once

#include "dossier/dossier.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// name, parameters, description: a row each.
RowList saved_query_list(const KnowledgeBase& kb);

}  // namespace dossier::repl
