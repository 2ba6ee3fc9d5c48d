// SPDX-License-Identifier: Apache-2.0
// .conflicts: contradictions between documents.

#include "dossier/conflicts.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/tasks/conflict_cards.h"
#include "repl/tasks/conflict_list.h"

namespace dossier::repl {

void shell_conflicts(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".conflicts alone");
  if (!session.shows() || session.settings().mode.name != "table") {
    show_list(session, conflict_list(session.kb(), ""), "conflict", "conflicts");
    return;
  }
  const std::vector<Conflict> found = conflicts(session.kb());
  session.paged([&] {
    write_conflicts(session.out(), found,
                    {session.settings().color, session.layout().width, session.prefixes()});
  });
}

}  // namespace dossier::repl
