// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/dot_command.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "model/nearest.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

bool is_space_or_end(std::string_view text, std::size_t at) {
  return at >= text.size() || kSpaces.find(text[at]) != std::string_view::npos;
}

/// The end of the word at `at`, quotes and all.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size() && (quote != 0 || !is_space_or_end(text, at)); ++at) {
    if (text[at] == '\\' && quote != 0) {
      ++at;
    } else if (quote == 0 && (text[at] == '"' || text[at] == '\'')) {
      // A quote inside a word ("O'Brien") is a letter like others; behind "=" it opens a text.
      const bool opens = at == 0 || is_space_or_end(text, at - 1) || text[at - 1] == '=';
      if (opens) quote = text[at];
    } else if (text[at] == quote) {
      quote = 0;
    }
  }
  return std::min(at, text.size());
}

std::string without_quotes(std::string_view word) {
  const bool quoted = word.size() >= 2 && (word.front() == '"' || word.front() == '\'') &&
                      word.find(word.front(), 1) == word.size() - 1;
  return std::string(quoted ? word.substr(1, word.size() - 2) : word);
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

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(kSpaces, at)) != std::string_view::npos) {
    const std::size_t end = end_of_word(text, at);
    words.push_back(without_quotes(text.substr(at, end - at)));
    at = end;
  }
  return words;
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
