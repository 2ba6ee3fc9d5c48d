// SPDX-License-Identifier: Apache-2.0
// Contradictions between documents, for the command and for the REPL.
#pragma once

#include <string>

#include "dossier/dossier.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// One row per conflict: kind, subject, relation, object, the other subject and object where they
/// differ, and for each side its time, sentence, document, date, source and number of sentences.
/// `relations` is Turtle that declares more single-valued relations. Errors as conflicts().
RowList conflict_list(const KnowledgeBase& kb, const std::string& relations);

}  // namespace dossier::repl
