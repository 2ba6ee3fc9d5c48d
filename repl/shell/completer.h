// SPDX-License-Identifier: Apache-2.0
// What the tabulator key offers.
#pragma once

#include "repl/shell/line_editor.h"
#include "repl/shell/session.h"

namespace dossier::repl {

/// Keywords, functions, dot commands and their arguments, prefixes, and the knowledge base's own
/// predicates, classes and entities. Names are read at the first use and again after changes.
/// `session` must outlive it.
Completer make_shell_completer(Session& session);

}  // namespace dossier::repl
