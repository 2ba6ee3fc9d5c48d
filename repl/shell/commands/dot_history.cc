// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "repl/shell/commands/dot_commands.h"

namespace dossier::repl {

void shell_history(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.empty(), ".history without arguments");
  std::size_t number = 0;
  for (const std::string& text : session.typed()) {
    session.out() << fmt::format("{:4}  {}\n", ++number, text);
  }
}

}  // namespace dossier::repl
