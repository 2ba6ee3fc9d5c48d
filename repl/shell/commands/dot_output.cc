// SPDX-License-Identifier: Apache-2.0
// Where results go: .output .once

#include "repl/shell/commands/dot_commands.h"

namespace dossier::repl {

void shell_output(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() <= 1, ".output FILE, or .output alone for the screen");
  session.set_output(arguments.words.empty() ? "" : arguments.words.front(), false);
}

void shell_once(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() == 1, ".once FILE");
  session.set_output(arguments.words.front(), true);
}

}  // namespace dossier::repl
