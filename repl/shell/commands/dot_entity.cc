// SPDX-License-Identifier: Apache-2.0
// .entity: an entity's names and mentions, and corrections.

#include <algorithm>

#include "repl/shell/commands/apply_request.h"
#include "repl/shell/commands/dot_commands.h"
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
  apply_request(session, request);
}

}  // namespace dossier::repl
