// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/dot_command.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "model/nearest.h"
#include "repl/input/split_words.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

[[noreturn]] void refuse_unknown(std::string_view name) {
  std::vector<std::string> names;
  for (const ShellCommand& command : shell_commands()) names.emplace_back(command.name);
  std::string hint = did_you_mean(name, names);
  if (hint.empty()) hint = "; .help lists all";
  throw Error(ErrorCode::usage, fmt::format("there is no command {}{}", name, hint));
}

}  // namespace

void ShellArguments::require(bool right, std::string_view usage) const {
  if (!right) throw Error(ErrorCode::usage, fmt::format("write {}", usage));
}

void run_shell_command(Session& session, std::string_view line) {
  line = trimmed(line);
  const std::size_t space = line.find_first_of(kSpaces);
  const std::string_view name = line.substr(0, space);
  const std::string_view rest =
      space == std::string_view::npos ? std::string_view{} : trimmed(line.substr(space));
  for (const ShellCommand& command : shell_commands()) {
    if (command.name != name) continue;
    const std::string& restricted_by = session.settings().restricted_by;
    if (command.reaches_outside && !restricted_by.empty()) {
      throw Error(ErrorCode::usage, fmt::format("{} is forbidden by {}", name, restricted_by));
    }
    command.run(session, {std::string(rest), split_words(rest)});
    return;
  }
  refuse_unknown(name);
}

}  // namespace dossier::repl
