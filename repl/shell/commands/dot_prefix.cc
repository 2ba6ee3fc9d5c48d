// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "parser/rdf/names.h"
#include "repl/input/option_values.h"
#include "repl/shell/commands/dot_commands.h"

namespace dossier::repl {

void shell_prefix(Session& session, const ShellArguments& arguments) {
  constexpr std::string_view kUsage = ".prefix NAME IRI, or .prefix alone";
  if (arguments.words.empty()) {
    const Prefixes prefixes = session.prefixes();
    std::size_t widest = 0;
    for (const auto& [name, iri] : prefixes) widest = std::max(widest, name.size());
    for (const auto& [name, iri] : prefixes) {
      session.out() << fmt::format("{:<{}}  <{}>\n", name + ":", widest + 1, iri);
    }
    return;
  }
  arguments.require(arguments.words.size() == 2, kUsage);
  std::string name = arguments.words[0];
  if (name.ends_with(':')) name.pop_back();
  arguments.require(is_prefix_name(name), kUsage);
  session.set_prefix(name, iri_argument(".prefix", arguments.words[1], session.prefixes()).value());
}

}  // namespace dossier::repl
