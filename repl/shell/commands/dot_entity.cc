// SPDX-License-Identifier: Apache-2.0
// .entity: an entity's names and mentions, and corrections.

#include <algorithm>

#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/tasks/entity_request.h"

namespace dossier::repl {

void shell_entity(Session& session, const ShellArguments& arguments) {
  std::vector<std::string> words = arguments.words;
  EntityRequest request;
  const auto option = std::find(words.begin(), words.end(), "--document");
  if (option != words.end() && option + 1 != words.end()) {
    request.document = *(option + 1);
    words.erase(option, option + 2);
  }
  arguments.require(!words.empty(), kEntityUsage);
  request.verb = words.front();
  request.words.assign(words.begin() + 1, words.end());
  if (only_looks(request)) {
    show_list(session, look(session.kb(), request, session.prefixes()), "row", "rows");
    return;
  }
  ++session.changes;
  session.console().err << change(session.kb(), request, session.prefixes()) << '\n';
}

}  // namespace dossier::repl
