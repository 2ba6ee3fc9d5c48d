// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "dossier/error.h"
#include "model/nearest.h"
#include "repl/format/display_width.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/commands/dot_examples.h"

namespace dossier::repl {
namespace {

constexpr std::size_t kWidth = 120;     ///< of a line where there is no screen
constexpr std::size_t kNarrowest = 40;  ///< narrower screens wrap by themselves

constexpr std::string_view kOtherLines =
    "A line in English is a question, as with .ask. Anything else is SPARQL; it ends with \";\" or "
    "an "
    "empty line. Terms can be written e:Lisbon, <http://...>, \"text\"@en, 42, or by the exact "
    "name "
    "of one thing. .help COMMAND shows examples.";

std::string usage_of(const ShellCommand& command) {
  std::string text(command.name);
  if (!command.arguments.empty()) text += ' ' + std::string(command.arguments);
  return text;
}

void list_all(Session& session) {
  std::size_t widest = 0;
  for (const ShellCommand& command : shell_commands()) {
    widest = std::max(widest, usage_of(command).size());
  }
  const std::size_t width = std::max(session.layout().width.value_or(kWidth), kNarrowest);
  const std::size_t indent = std::min(widest + 2, width / 2);
  for (const ShellCommand& command : shell_commands()) {
    const std::string usage = usage_of(command);
    std::string margin = fmt::format("{:<{}}", usage, indent);
    if (usage.size() + 2 > indent) {
      session.out() << usage << '\n';
      margin.assign(indent, ' ');
    }
    for (const std::string& line : wrap_to_width(command.summary, width - indent)) {
      session.out() << margin << line << '\n';
      margin.assign(indent, ' ');
    }
  }
  session.out() << '\n';
  for (const std::string& line : wrap_to_width(kOtherLines, width)) session.out() << line << '\n';
}

/// More usage, and two examples.
void write_examples(Session& session, std::string_view name) {
  for (const CommandExamples& known : command_examples()) {
    if (known.command != name) continue;
    if (!known.note.empty()) {
      std::string note(known.note);
      for (std::size_t at = note.find('\n'); at != note.npos; at = note.find('\n', at + 1))
        note.insert(at + 1, "  ");
      session.out() << "  " << note << '\n';
    }
    session.out() << "examples\n";
    for (const std::string_view line : known.lines) session.out() << "  " << line << '\n';
  }
}

}  // namespace

void shell_help(Session& session, const ShellArguments& arguments) {
  if (arguments.words.empty()) {
    list_all(session);
    return;
  }
  std::string name = arguments.words.front();
  if (!name.starts_with('.')) name.insert(0, 1, '.');
  std::vector<std::string> names;
  for (const ShellCommand& command : shell_commands()) {
    if (command.name == name) {
      session.out() << fmt::format("{}\n  {}\n", usage_of(command), command.summary);
      write_examples(session, command.name);
      return;
    }
    names.emplace_back(command.name);
  }
  throw Error(ErrorCode::usage,
              fmt::format("there is no command {}{}", name, did_you_mean(name, names)));
}

}  // namespace dossier::repl
