// SPDX-License-Identifier: Apache-2.0
// Lists in the shell's mode.
#pragma once

#include <string_view>

#include "repl/shell/session.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// With a first column that numbers the rows, for .open and .why.
RowList numbered(RowList list);

/// The list and, on a terminal, how many there are.
void show_list(Session& session, const RowList& list, std::string_view word,
               std::string_view plural);

}  // namespace dossier::repl
