// SPDX-License-Identifier: Apache-2.0
// .fact: how a fact was read, and whether it is one.

#include "repl/shell/commands/apply_request.h"
#include "repl/shell/commands/dot_judging.h"
#include "repl/tasks/fact_request.h"

namespace dossier::repl {

void shell_fact(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.words.empty(), kFactUsage);
  FactRequest request;
  request.verb = arguments.words.front();
  request.facts.assign(arguments.words.begin() + 1, arguments.words.end());
  apply_request(session, request);
}

}  // namespace dossier::repl
