// SPDX-License-Identifier: Apache-2.0
// What documents say against each other, for the command and for the shell.
#pragma once

#include <string>

#include "dossier/dossier.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// A row each: kind, subject, relation, object, other subject and object where they differ, and
/// for each side time, sentence, document, date, who says it and how many sentences do.
/// `relations` is Turtle that declares more single-valued relations. Errors as conflicts().
RowList conflict_list(const KnowledgeBase& kb, const std::string& relations);

}  // namespace dossier::repl
