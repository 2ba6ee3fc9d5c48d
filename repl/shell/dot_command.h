// SPDX-License-Identifier: Apache-2.0
// A dot command of the shell, and the table of all of them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "repl/shell/session.h"

namespace dossier::repl {

/// The arguments of a dot command.
struct ShellArguments {
  std::string rest;                ///< as typed, without spaces around it
  std::vector<std::string> words;  ///< cut at spaces; a word in quotes without them

  /// Throws Error(usage) with the command's syntax.
  void require(bool right, std::string_view usage) const;
};

/// What a command's arguments are, for completion.
enum class ShellWord {
  none,
  query,
  question,  ///< in plain English
  file,
  entity,
  entity_or_document,
  mode,
  command,
  saved_query,
  saved_call,  ///< a saved query and its values: "topic=Kenya"
  document,
  listed_fact,  ///< of the last .facts
  prefix,
  parameter,      ///< one of a saved query, then an entity
  set_parameter,  ///< one that has a value
};

/// A word that stands as it is, and what follows it.
struct ShellChoice {
  std::string_view word;
  ShellWord then = ShellWord::none;
  bool takes_value = false;  ///< the next word belongs to it
};

struct ShellCommand {
  std::string_view name;       ///< with its dot
  std::string_view arguments;  ///< as the help shows them
  std::string_view summary;
  ShellWord completes;
  bool reaches_outside;  ///< reads or writes files: forbidden by --safe, --allow and --allow-files
  void (*run)(Session&, const ShellArguments&);
  /// What the first word can be, for completion; what follows it completes as it says.
  std::span<const ShellChoice> first_words = {};
  /// Words that can stand behind the arguments, for completion.
  std::span<const ShellChoice> options = {};
};

/// In the order of the help.
std::span<const ShellCommand> shell_commands();

/// Runs a line that starts with a dot. Throws Error(usage) with the nearest names for an unknown
/// command.
void run_shell_command(Session& session, std::string_view line);

}  // namespace dossier::repl
