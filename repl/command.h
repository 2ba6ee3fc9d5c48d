// SPDX-License-Identifier: Apache-2.0
// A sub-command of the program, and the table of all of them.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "repl/input/command_line.h"
#include "repl/process/console.h"
#include "repl/process/exit_status.h"

namespace dossier::repl {

/// One use: declare(), then the arguments are parsed, then run(). Failures are exceptions.
class Command {
 public:
  virtual ~Command() = default;
  virtual void declare(Arguments& arguments) = 0;
  virtual ExitStatus run(Console& console) = 0;
};

struct CommandEntry {
  std::string_view name;
  std::string_view arguments;  ///< the ones it cannot do without, for the overview
  std::string_view summary;
  std::unique_ptr<Command> (*make)();
};

/// In the order of the help.
std::span<const CommandEntry> commands();
/// The command that runs without a command name: the REPL. Not in the table.
const CommandEntry& shell_command();
/// Null if there is no command of that name.
const CommandEntry* find_command(std::string_view name);

}  // namespace dossier::repl
