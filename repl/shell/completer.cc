// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/completer.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>
#include <utility>

#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "repl/input/split_words.h"
#include "repl/shell/dot_command.h"
#include "repl/shell/keywords.h"
#include "repl/shell/store_names.h"
#include "repl/tasks/document_list.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kWordEnds = " \t(){}[]|^!+*,;=";

bool starts_with_folded(const std::string& text, const std::string& folded_start) {
  return folded(text).starts_with(folded_start);
}

/// The words of a text that is a list of them.
std::set<std::string> words_in(std::string_view text) {
  const std::vector<std::string> words = split_words(text);
  return {words.begin(), words.end()};
}

/// A name as a word of a command.
std::string quoted(const std::string& name) {
  const bool plain = name.find_first_of(" \"'") == std::string::npos;
  return plain || name.find('"') != std::string::npos ? name : '"' + name + '"';
}

class ShellCompleter {
 public:
  explicit ShellCompleter(Session& session) : session_(session), names_(session) {}

  Completion operator()(std::string_view before) {
    if (before.starts_with('.')) return in_command(before);
    return in_query(before);
  }

 private:
  static Completion made(std::size_t start, const std::set<std::string>& found,
                         std::string after = " ") {
    return {start, {found.begin(), found.end()}, std::move(after)};
  }

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

  Completion in_command(std::string_view before) {
    const std::size_t space = before.find(' ');
    if (space == std::string_view::npos) return command_names(0, std::string(before));
    const std::string_view name = before.substr(0, space);
    for (const ShellCommand& command : shell_commands()) {
      if (command.name != name) continue;
      const std::size_t second = before.find(' ', space + 1);
      if (!command.first_words.empty() && second == std::string_view::npos)
        return one_of(words_in(command.first_words), before, space + 1);
      const std::size_t first = command.first_words.empty() ? space + 1 : second + 1;
      return argument(command.completes, before, first, before.find_last_of(' ') + 1);
    }
    return {};
  }

  static Completion one_of(std::set<std::string> words, std::string_view before,
                           std::size_t start) {
    const std::string typed(before.substr(start));
    std::erase_if(words, [&](const std::string& word) { return !word.starts_with(typed); });
    return made(start, words);
  }

  /// With the dot or without it.
  static Completion command_names(std::size_t start, const std::string& typed) {
    const std::string wanted = typed.starts_with('.') ? typed : '.' + typed;
    std::set<std::string> found;
    for (const ShellCommand& command : shell_commands()) {
      if (command.name.starts_with(wanted)) found.emplace(command.name);
    }
    return made(start, found);
  }

  /// `first`: where the arguments begin that the kind is for; `last`: where the last word does.
  Completion argument(ShellWord kind, std::string_view before, std::size_t first,
                      std::size_t last) {
    const std::string typed(before.substr(last));
    switch (kind) {
      case ShellWord::none:
        return {};
      case ShellWord::query:
        return in_query(before);
      case ShellWord::file:
        return files(last, typed);
      case ShellWord::entity:
        return entity(before, first, last);
      case ShellWord::command:
        return command_names(last, typed);
      case ShellWord::mode: {
        const std::vector<std::string> names = output_format_names();
        return one_of({names.begin(), names.end()}, before, last);
      }
      case ShellWord::saved_query:
        return last == first ? saved_query(before, first) : parameter(before, first, last);
      case ShellWord::document:
        return document(last, typed);
    }
    return {};
  }

  /// A prefixed name, or a name of several words: the whole rest may be one, or what stands behind
  /// a quote, or the last word.
  Completion entity(std::string_view before, std::size_t first, std::size_t last) {
    const std::string typed(before.substr(last));
    if (typed.find(':') != std::string::npos) return made(last, names_.terms_starting(typed));
    const std::string_view rest = before.substr(first);
    if (std::count(rest.begin(), rest.end(), '"') % 2 == 1) {
      const std::size_t quote = before.rfind('"');
      std::set<std::string> found;
      for (const std::string& label : names_.labels_starting(std::string(before.substr(quote + 1))))
        found.insert('"' + label + '"');
      return made(quote, found);
    }
    const std::set<std::string> whole = names_.labels_starting(std::string(rest));
    if (!whole.empty() || first == last) return made(first, whole, "");
    std::set<std::string> found;
    if (!typed.empty())
      for (const std::string& label : names_.labels_starting(typed)) found.insert(quoted(label));
    return made(last, found);
  }

  Completion saved_query(std::string_view before, std::size_t start) {
    std::set<std::string> names;
    for (const auto& query : session_.kb().saved_queries()) names.insert(query.name);
    return one_of(std::move(names), before, start);
  }

  /// "topic=" of the saved query that the first word names; behind it a thing.
  Completion parameter(std::string_view before, std::size_t first, std::size_t last) {
    const std::string name(before.substr(first, before.find(' ', first) - first));
    const std::size_t equals = before.find('=', last);
    if (equals != std::string_view::npos) return entity(before, equals + 1, equals + 1);
    std::set<std::string> parameters;
    for (const auto& query : session_.kb().saved_queries()) {
      if (query.name != name) continue;
      for (const QueryParameter& one : declared_parameters(query.text))
        parameters.insert(one.name + '=');
    }
    Completion out = one_of(std::move(parameters), before, last);
    out.after.clear();
    return out;
  }

  /// With the prefix "doc:" or without it.
  Completion document(std::size_t start, const std::string& typed) {
    std::set<std::string> found;
    for (const auto& row : document_list(session_.kb()).rows) {
      if (!row[1]) continue;
      const std::string name = short_text(*row[1], session_.prefixes());
      if (name.starts_with(typed) || name.substr(name.find(':') + 1).starts_with(typed))
        found.insert(name);
    }
    return made(start, found);
  }

  static Completion files(std::size_t start, const std::string& typed) {
    namespace fs = std::filesystem;
    const std::size_t slash = typed.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : typed.substr(0, slash + 1);
    std::set<std::string> found;
    std::error_code failed;  // an unreadable folder has nothing to offer
    for (fs::directory_iterator entry(folder.empty() ? "." : folder, failed), end;
         !failed && entry != end; entry.increment(failed)) {
      std::string name = folder + entry->path().filename().string();
      if (!name.starts_with(typed)) continue;
      std::error_code unknown;
      if (entry->is_directory(unknown)) name += '/';
      found.insert(name);
    }
    const bool into = found.size() == 1 && found.begin()->ends_with('/');
    return made(start, found, into ? "" : " ");
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
