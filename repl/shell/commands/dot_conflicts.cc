// SPDX-License-Identifier: Apache-2.0
// .conflicts: contradictions between documents.

#include <memory>

#include "desk/views/names.h"
#include "dossier/conflicts.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/tasks/conflict_cards.h"
#include "repl/tasks/conflict_list.h"

namespace dossier::repl {
namespace {

bool is_table(const OutputFormat& mode) { return mode.name == "table" || mode.name == "wrapped"; }

}  // namespace

void shell_conflicts(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".conflicts alone");
  if (!session.shows() || !is_table(session.settings().mode)) {
    show_list(session, conflict_list(session.kb(), ""), "conflict", "conflicts");
    return;
  }
  const std::vector<Conflict> found = conflicts(session.kb());
  CardStyle style{session.settings().color, session.layout().width, session.prefixes()};
  if (session.settings().names)
    style.name = [namer = std::make_shared<Namer>(session.kb())](const Term& term) {
      return namer->label(term);
    };
  session.paged([&] { write_conflicts(session.out(), found, style); });
}

}  // namespace dossier::repl
