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
#include "repl/shell/dot_command.h"
#include "repl/shell/keywords.h"
#include "repl/tasks/document_list.h"
#include "storage/store.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kWordEnds = " \t(){}[]|^!+*,;=";

bool starts_with_folded(const std::string& text, const std::string& folded_start) {
  return folded(text).starts_with(folded_start);
}

std::string with_underscores(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

/// The names of the knowledge base, as text to insert.
class StoreNames {
 public:
  explicit StoreNames(Session& session) : session_(session) {}

  /// Prefixed names that start so, or whose thing has a name that does ("e:mau" finds
  /// e:Anna_Berg called Berg).
  std::set<std::string> terms_starting(const std::string& typed) {
    refresh();
    const std::string key = folded(typed);
    std::set<std::string> found;
    for (const std::string& term : terms_) {
      if (starts_with_folded(term, key)) found.insert(term);
    }
    for (const auto& [name, term] : names_) {
      if (name.starts_with(key)) found.insert(term);
    }
    return found;
  }

  std::set<std::string> labels_starting(const std::string& typed) {
    refresh();
    const std::string key = folded(typed);
    std::set<std::string> found;
    for (const std::string& label : labels_) {
      if (starts_with_folded(label, key)) found.insert(label);
    }
    return found;
  }

 private:
  void refresh() {
    if (loaded_ && seen_changes_ == session_.changes) return;
    loaded_ = true;
    seen_changes_ = session_.changes;
    terms_.clear();
    names_.clear();
    labels_.clear();
    const Prefixes prefixes = session_.prefixes();
    add_terms("SELECT DISTINCT ?x WHERE { ?s ?x ?o }", prefixes);
    add_terms("SELECT DISTINCT ?x WHERE { ?s a ?x }", prefixes);
    for (const Name& name : all_names(session_.kb())) {
      const std::string term = short_text(name.thing, prefixes);
      terms_.insert(term);
      labels_.insert(name.text);
      const std::size_t colon = term.find(':');
      if (colon == std::string::npos) continue;
      names_.emplace_back(folded(term.substr(0, colon + 1) + with_underscores(name.text)), term);
    }
  }

  void add_terms(const char* query, const Prefixes& prefixes) {
    QueryResult result = session_.kb().query(query);
    for (Row row; result.next(row);) {
      if (row[0] && row[0]->is_iri()) terms_.insert(short_text(*row[0], prefixes));
    }
  }

  Session& session_;
  bool loaded_ = false;
  std::uint64_t seen_changes_ = 0;
  std::set<std::string> terms_;
  std::set<std::string> labels_;
  std::vector<std::pair<std::string, std::string>> names_;
};

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
    const std::size_t last = before.find_last_of(' ') + 1;
    for (const ShellCommand& command : shell_commands()) {
      if (command.name == name) return argument(command.completes, before, space + 1, last);
    }
    return {};
  }

  static Completion command_names(std::size_t start, const std::string& typed) {
    std::set<std::string> found;
    for (const ShellCommand& command : shell_commands()) {
      if (command.name.starts_with(typed)) found.emplace(command.name);
    }
    return made(start, found);
  }

  Completion argument(ShellWord kind, std::string_view before, std::size_t first,
                      std::size_t last) {
    const std::string typed(before.substr(last));
    std::set<std::string> found;
    switch (kind) {
      case ShellWord::none:
        return in_query(before);
      case ShellWord::file:
        return files(last, typed);
      case ShellWord::entity:
        if (typed.find(':') != std::string::npos) return made(last, names_.terms_starting(typed));
        return made(first, names_.labels_starting(std::string(before.substr(first))), "");
      case ShellWord::command:
        return command_names(last, typed);
      case ShellWord::mode:
        for (const std::string& name : output_format_names()) found.insert(name);
        break;
      case ShellWord::saved_query:
        for (const auto& query : session_.kb().store().saved_queries()) found.insert(query.name);
        break;
      case ShellWord::document:
        for (const auto& row : document_list(session_.kb()).rows) {
          if (row[1]) found.insert(short_text(*row[1], session_.prefixes()));
        }
        break;
    }
    std::erase_if(found, [&](const std::string& name) { return !name.starts_with(typed); });
    return made(last, found);
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
