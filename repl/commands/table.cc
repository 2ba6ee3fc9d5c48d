#include <array>

#include "repl/command.h"
#include "repl/commands/make.h"

namespace dossier::repl {
namespace {

constexpr std::array kCommands{
    CommandEntry{"parse", "RDF in, N-Quads out", make_parse_command},
};

}  // namespace

std::span<const CommandEntry> commands() { return kCommands; }

const CommandEntry* find_command(std::string_view name) {
  for (const CommandEntry& entry : kCommands) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

}  // namespace dossier::repl
