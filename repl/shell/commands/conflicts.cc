// SPDX-License-Identifier: Apache-2.0
// .conflicts: what documents say against each other.

#include "repl/conflict_list.h"
#include "repl/shell/commands/all.h"
#include "repl/shell/list.h"

namespace dossier::repl {

void shell_conflicts(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".conflicts alone");
  show_list(session, conflict_list(session.kb(), ""), "conflict", "conflicts");
}

}  // namespace dossier::repl
