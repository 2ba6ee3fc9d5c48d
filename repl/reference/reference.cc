// SPDX-License-Identifier: Apache-2.0
#include "repl/reference/reference.h"

#include <memory>

#include "repl/command.h"

namespace dossier::repl {
namespace {

CommandReference reference_of(const CommandEntry& entry) {
  Arguments arguments(std::string(entry.name), std::string(entry.summary));
  entry.make()->declare(arguments);
  return {entry.name, entry.arguments, entry.summary, arguments.declared(), arguments.footer()};
}

}  // namespace

std::vector<CommandReference> command_references() {
  std::vector<CommandReference> references{reference_of(shell_command())};
  for (const CommandEntry& entry : commands()) references.push_back(reference_of(entry));
  return references;
}

bool names_file(std::string_view placeholder) {
  return placeholder == "FILE" || placeholder == "DIR" || placeholder == "PATH";
}

}  // namespace dossier::repl
