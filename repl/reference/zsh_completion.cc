// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "repl/reference/reference.h"

namespace dossier::repl {
namespace {

/// For a word in single quotes, where zsh's functions read ":", "[" and "]" as their own.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
      continue;
    }
    if (c == ':' || c == '[' || c == ']' || c == '\\') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

std::string option_specifications(const CommandReference& command) {
  std::string result;
  for (const DeclaredArgument& argument : command.declared) {
    if (argument.by_position) continue;
    std::string value;
    if (!argument.placeholder.empty()) {
      value = fmt::format(":{}:{}", escaped(argument.placeholder),
                          names_file(argument.placeholder) ? "_files" : "");
    }
    for (const std::string& name : argument.names)
      result += fmt::format(" \\\n        '{}[{}]{}'", name, escaped(argument.help), value);
  }
  return result;
}

}  // namespace

std::string zsh_completion() {
  std::string names;
  std::string cases;
  for (const CommandReference& command : command_references()) {
    const bool is_shell = command.name.empty();
    if (!is_shell) {
      names += fmt::format("      '{}:{}'\n", command.name, escaped(command.summary));
    }
    const std::string one = fmt::format(
        "    {})\n      _arguments '--help[show this help]'{} \\\n        '*:file:_files'\n      "
        ";;\n",
        is_shell ? "*" : command.name, option_specifications(command));
    is_shell ? cases += one : cases.insert(0, one);
  }
  return fmt::format(
      "#compdef dossier\n"
      "# Completion of dossier for zsh, printed by: dossier completion zsh\n"
      "_dossier() {{\n"
      "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
      "    local -a commands\n"
      "    commands=(\n{}      'help:help for one command'\n    )\n"
      "    _describe -t commands command commands\n"
      "    _files -/\n"
      "    return\n"
      "  fi\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $words[1] in\n{}  esac\n"
      "}}\n"
      "_dossier \"$@\"\n",
      names, cases);
}

}  // namespace dossier::repl
