// SPDX-License-Identifier: Apache-2.0
// The table of commands with their options, for people and for shells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "repl/input/command_line.h"

namespace dossier::repl {

struct CommandReference {
  std::string_view name;       ///< empty: the shell
  std::string_view arguments;  ///< those it cannot do without
  std::string_view summary;
  std::vector<DeclaredArgument> declared;
  std::string footer;
};

/// The shell first, then the others in the order of the help.
std::vector<CommandReference> command_references();

/// A man page of section 1, in the macros of man(7).
std::string man_page();
/// To be sourced by bash.
std::string bash_completion();
/// To be a file _dossier in zsh's $fpath.
std::string zsh_completion();

/// Whether a value with this placeholder is the name of a file or folder.
bool names_file(std::string_view placeholder);

}  // namespace dossier::repl
