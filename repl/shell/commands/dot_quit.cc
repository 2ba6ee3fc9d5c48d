// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/commands/dot_commands.h"

namespace dossier::repl {

void shell_quit(Session& session, const ShellArguments&) { session.quit = true; }

}  // namespace dossier::repl
