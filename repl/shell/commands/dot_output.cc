// SPDX-License-Identifier: Apache-2.0
// Where results go: .output .once

#include "repl/shell/commands/dot_commands.h"

namespace dossier::repl {

namespace {

/// A file, or "|" and a command; empty without arguments.
std::string target_of(const ShellArguments& arguments, std::string_view usage) {
  if (arguments.rest.starts_with('|')) {
    arguments.require(arguments.rest.size() > 1, usage);
    return arguments.rest;
  }
  arguments.require(arguments.words.size() <= 1, usage);
  return arguments.words.empty() ? "" : arguments.words.front();
}

}  // namespace

void shell_output(Session& session, const ShellArguments& arguments) {
  session.set_output(
      target_of(arguments, ".output FILE, .output |COMMAND, or .output alone for the screen"),
      false);
}

void shell_once(Session& session, const ShellArguments& arguments) {
  constexpr std::string_view kUsage = ".once FILE, .once |COMMAND or .once -x";
  arguments.require(!arguments.words.empty(), kUsage);
  session.set_output(target_of(arguments, kUsage), true);
}

}  // namespace dossier::repl
