// SPDX-License-Identifier: Apache-2.0
// .conflicts: contradictions between documents.

#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/tasks/conflict_list.h"

namespace dossier::repl {

void shell_conflicts(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".conflicts alone");
  show_list(session, conflict_list(session.kb(), ""), "conflict", "conflicts");
}

}  // namespace dossier::repl
