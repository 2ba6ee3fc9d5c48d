// SPDX-License-Identifier: Apache-2.0
// What scripts have around their queries: .print .shell

#include <fmt/format.h>

#include "dossier/error.h"
#include "repl/process/fd_stream.h"
#include "repl/shell/child_process.h"
#include "repl/shell/commands/dot_commands.h"

namespace dossier::repl {

void shell_print(Session& session, const ShellArguments& arguments) {
  const bool one_quoted = arguments.words.size() == 1;
  session.out() << (one_quoted ? arguments.words.front() : arguments.rest) << '\n';
}

void shell_shell(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.rest.empty(), ".shell COMMAND");
  session.out().flush();
  session.console().out.flush();
  ChildProcess command(arguments.rest);
  if (const int status = command.wait(); status != 0) {
    throw Error(ErrorCode::input,
                fmt::format("the command {} failed with status {}", arguments.rest, status));
  }
}

}  // namespace dossier::repl
