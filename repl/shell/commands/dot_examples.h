// SPDX-License-Identifier: Apache-2.0
// Examples of the dot commands, for .help COMMAND.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace dossier::repl {

struct CommandExamples {
  std::string_view command;
  std::array<std::string_view, 2> lines;
  std::string_view note;  ///< lines of more usage; may be empty
};

/// One for each command that has arguments.
std::span<const CommandExamples> command_examples();

}  // namespace dossier::repl
