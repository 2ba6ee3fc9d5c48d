// SPDX-License-Identifier: Apache-2.0
// .fact: how a fact was read, and whether it is one.

#include "repl/shell/commands/dot_judging.h"
#include "repl/shell/list.h"
#include "repl/tasks/fact_request.h"

namespace dossier::repl {

void shell_fact(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.words.empty(), kFactUsage);
  FactRequest request;
  request.verb = arguments.words.front();
  request.facts.assign(arguments.words.begin() + 1, arguments.words.end());
  if (only_looks(request)) {
    show_list(session, look(session.kb(), request, session.prefixes()), "row", "rows");
    return;
  }
  ++session.changes;
  session.console().err << change(session.kb(), request, session.prefixes()) << '\n';
}

}  // namespace dossier::repl
