// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/completer.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <set>
#include <utility>

#include "engine/saved/name_resolution.h"
#include "repl/shell/command_completer.h"
#include "repl/shell/english.h"
#include "repl/shell/keywords.h"
#include "repl/shell/store_names.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kWordEnds = " \t(){}[]|^!+*,;=";

bool starts_with_folded(const std::string& text, const std::string& folded_start) {
  return folded(text).starts_with(folded_start);
}

Completion made(std::size_t start, const std::set<std::string>& found, std::string after = " ") {
  return {start, {found.begin(), found.end()}, std::move(after)};
}

class ShellCompleter {
 public:
  explicit ShellCompleter(Session& session) : session_(session), names_(session) {}

  Completion operator()(std::string_view before) {
    if (before.starts_with('.'))
      return CommandCompleter(session_, names_, [&] { return in_query(before); })(before);
    if (is_english(before)) return name_in_question(names_, before);
    return in_query(before);
  }

 private:
  Completion in_query(std::string_view before) {
    const std::size_t end = before.find_last_of(kWordEnds);
    const std::size_t start = end == std::string_view::npos ? 0 : end + 1;
    const std::string typed(before.substr(start));
    if (typed.empty()) return {};
    if (typed.front() == '?' || typed.front() == '$') return variables(before, start, typed);
    if (typed.find(':') != std::string::npos) return made(start, names_.terms_starting(typed));
    return words(start, typed);
  }

  /// Keywords, functions and prefixes.
  Completion words(std::size_t start, const std::string& typed) const {
    const std::string key = folded(typed);
    std::set<std::string> found;
    for (std::string_view word : sparql_words()) {
      if (starts_with_folded(std::string(word), key)) found.emplace(word);
    }
    for (const auto& [name, iri] : session_.prefixes()) {
      if (name.starts_with(typed)) found.insert(name + ':');
    }
    const bool opens =
        found.size() == 1 && (found.begin()->ends_with(':') || found.begin()->ends_with('('));
    return made(start, found, opens ? "" : " ");
  }

  /// Those that occur earlier on the line or in earlier lines.
  Completion variables(std::string_view before, std::size_t start, const std::string& typed) const {
    std::string text(before.substr(0, start));
    for (const std::string& line : session_.typed()) text += ' ' + line;
    std::set<std::string> found;
    std::size_t at = 0;
    while ((at = text.find_first_of("?$", at)) != std::string::npos) {
      std::size_t end = at + 1;
      while (end < text.size() &&
             (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) {
        ++end;
      }
      const std::string variable = text.substr(at, end - at);
      if (variable.size() > 1 && variable.starts_with(typed)) found.insert(variable);
      at = end;
    }
    return made(start, found);
  }

  Session& session_;
  StoreNames names_;
};

}  // namespace

Completer make_shell_completer(Session& session) {
  const auto completer = std::make_shared<ShellCompleter>(session);
  return [completer](std::string_view before) { return (*completer)(before); };
}

}  // namespace dossier::repl
