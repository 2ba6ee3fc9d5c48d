// SPDX-License-Identifier: Apache-2.0
#include "repl/program.h"

#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <system_error>

#include "dossier/error.h"
#include "model/nearest.h"
#include "repl/command.h"
#include "repl/process/fd_stream.h"
#include "repl/process/interrupt.h"
#include "repl/process/last_resort.h"
#include "repl/process/version.h"
#include "repl/shell/columns.h"

namespace dossier::repl {
namespace {

std::string usage_line(std::string_view usage, std::string_view summary) {
  return fmt::format("  dossier {:<36} {}\n", usage, summary);
}

std::string overview() {
  std::string text = "Dossier: documents in, facts out, SPARQL over them.\n\n";
  text += usage_line(shell_command().arguments, shell_command().summary);
  for (const CommandEntry& command : commands()) {
    text += usage_line(fmt::format("{} {}", command.name, command.arguments), command.summary);
  }
  text += usage_line("help COMMAND", "help for one command");
  text += usage_line("--version", "");
  text +=
      "\nExit status: 0 done, 1 failed, 2 wrong usage, 3 the knowledge base cannot be opened,\n"
      "124 time limit, 130 interrupted.\n";
  return text;
}

std::string program_name(const CommandEntry& entry) {
  return entry.name.empty() ? "dossier" : fmt::format("dossier {}", entry.name);
}

ExitStatus run_command(const CommandEntry& entry, const std::vector<std::string>& arguments,
                       Console& console) {
  const std::unique_ptr<Command> command = entry.make();
  Arguments declared(program_name(entry), std::string(entry.summary));
  command->declare(declared);
  if (!declared.parse(arguments)) {
    console.out << declared.help();
    return ExitStatus::done;
  }
  return command->run(console);
}

[[noreturn]] void unknown_command(const std::string& name, std::string_view hint = "") {
  std::vector<std::string> names;
  for (const CommandEntry& entry : commands()) names.emplace_back(entry.name);
  throw Error(ErrorCode::usage, fmt::format("there is no command {}{}\nsee: dossier --help{}", name,
                                            did_you_mean(name, names), hint));
}

/// Whether a first word that is no command means a knowledge base: it looks like a path or exists.
bool names_database(const std::string& word) {
  std::error_code unreadable;  // the store says why a path cannot be opened
  return word.find_first_of("/.") != std::string::npos || std::filesystem::exists(word, unreadable);
}

ExitStatus help(const std::vector<std::string>& arguments, Console& console) {
  if (arguments.size() < 2) {
    console.out << overview();
    return ExitStatus::done;
  }
  const CommandEntry* entry = find_command(arguments[1]);
  if (entry == nullptr) unknown_command(arguments[1]);
  return run_command(*entry, {"--help"}, console);
}

ExitStatus dispatch(const std::vector<std::string>& arguments, Console& console) {
  const std::string first = arguments.empty() ? "" : arguments.front();
  if (first == "--help" || first == "-h" || first == "help") return help(arguments, console);
  if (first == "--version") {
    console.out << "dossier " << kVersion << '\n';
    return ExitStatus::done;
  }
  if (const CommandEntry* entry = find_command(first)) {
    return run_command(*entry, {arguments.begin() + 1, arguments.end()}, console);
  }
  const bool is_option = first.empty() || first.starts_with('-');
  if (!is_option && arguments.size() > 1 && !arguments[1].starts_with('-')) unknown_command(first);
  if (!is_option && !names_database(first)) {
    unknown_command(first, fmt::format("; to create a knowledge base: dossier ./{}", first));
  }
  return run_command(shell_command(), arguments, console);
}

/// The columns of the terminal, or, if the output is not a terminal, of COLUMNS.
std::optional<std::size_t> columns_of(int fd) {
  if (const std::optional<std::size_t> columns = terminal_columns(fd)) return columns;
  const char* text = std::getenv("COLUMNS");
  if (text == nullptr) return std::nullopt;
  const std::string_view view = text;
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(view.data(), view.data() + view.size(), columns);
  if (error != std::errc{} || end != view.data() + view.size() || columns == 0) return std::nullopt;
  return columns;
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments, Console& console) {
  try {
    return report_failure(console, [&] { return dispatch(arguments, console); });
  } catch (const BrokenPipe&) {
    return ExitStatus::done;
  }
}

int run_process(int argc, char** argv) {
  install_last_resort();
  std::setlocale(LC_CTYPE, "");
  std::ios::sync_with_stdio(false);
  FdStream out(STDOUT_FILENO);
  Console console{.in = std::cin,
                  .out = out,
                  .err = std::cerr,
                  .in_is_terminal = isatty(STDIN_FILENO) == 1,
                  .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                  .err_is_terminal = isatty(STDERR_FILENO) == 1,
                  .width = [] { return columns_of(STDOUT_FILENO); },
                  .cancellation = {}};
  const InterruptGuard guard(console.cancellation, SecondInterrupt::leaves);
  return static_cast<int>(run(std::vector<std::string>(argv + 1, argv + argc), console));
}

}  // namespace dossier::repl
