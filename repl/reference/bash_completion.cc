// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "repl/reference/reference.h"

namespace dossier::repl {
namespace {

/// The options of a command with a blank between them.
std::string option_words(const CommandReference& command) {
  std::string words = "--help";
  for (const DeclaredArgument& argument : command.declared) {
    if (argument.by_position) continue;
    for (const std::string& name : argument.names) words += ' ' + name;
  }
  return words;
}

constexpr std::string_view kBegin =
    R"(# Completion of dossier for bash, printed by: dossier completion bash
_dossier() {
  local current=${COMP_WORDS[COMP_CWORD]} options=
  COMPREPLY=()
)";

constexpr std::string_view kEnd = R"(  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -o filenames -F _dossier dossier
)";

}  // namespace

std::string bash_completion() {
  std::string names;
  std::string cases;
  for (const CommandReference& command : command_references()) {
    if (command.name.empty()) {
      cases += fmt::format("    *) options=\"{}\" ;;\n", option_words(command));
      continue;
    }
    names += fmt::format("{} ", command.name);
    cases.insert(0,
                 fmt::format("    {}) options=\"{}\" ;;\n", command.name, option_words(command)));
  }
  std::string script(kBegin);
  script += fmt::format(
      "  if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"{}help\" -- \"$current\"; compgen -d -- "
      "\"$current\")\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}} in\n",
      names);
  return script + cases + std::string(kEnd);
}

}  // namespace dossier::repl
