// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/command_completer.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "repl/shell/session_names.h"

namespace dossier::repl {
namespace {

Completion made(std::size_t start, const std::set<std::string>& found, std::string after = " ") {
  return {start, {found.begin(), found.end()}, std::move(after)};
}

Completion one_of(std::set<std::string> words, std::string_view before, std::size_t start) {
  const std::string typed(before.substr(start));
  std::erase_if(words, [&](const std::string& word) { return !word.starts_with(typed); });
  return made(start, words);
}

std::set<std::string> words_of(std::span<const ShellChoice> choices) {
  std::set<std::string> out;
  for (const ShellChoice& choice : choices) out.emplace(choice.word);
  return out;
}

/// Null for other words.
const ShellChoice* choice_named(std::span<const ShellChoice> choices, std::string_view word) {
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [&](const ShellChoice& one) { return one.word == word; });
  return found == choices.end() ? nullptr : &*found;
}

/// The word that ends before `start`.
std::string_view word_before(std::string_view text, std::size_t start) {
  const std::size_t end = text.substr(0, start).find_last_not_of(' ');
  if (end == std::string_view::npos) return {};
  const std::size_t space = text.find_last_of(' ', end);
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  return text.substr(begin, end + 1 - begin);
}

/// A name as a word of a command.
std::string quoted(const std::string& name) {
  const bool plain = name.find_first_of(" \"'") == std::string::npos;
  return plain || name.find('"') != std::string::npos ? name : '"' + name + '"';
}

/// With the dot or without it.
Completion command_names(std::size_t start, const std::string& typed) {
  const std::string wanted = typed.starts_with('.') ? typed : '.' + typed;
  std::set<std::string> found;
  for (const ShellCommand& command : shell_commands())
    if (command.name.starts_with(wanted)) found.emplace(command.name);
  return made(start, found);
}

Completion files(std::size_t start, const std::string& typed) {
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

/// Both begin at one place, or the one that has something.
Completion both(Completion one, Completion other) {
  if (other.candidates.empty()) return one;
  if (one.candidates.empty() || one.start != other.start) return other;
  for (std::string& candidate : other.candidates) one.candidates.push_back(std::move(candidate));
  return one;
}

}  // namespace

Completion name_in_question(StoreNames& names, std::string_view before, std::size_t start) {
  // A name of several words may have begun earlier; the longest beginning counts.
  while (start < before.size()) {
    const std::set<std::string> found = names.labels_starting(std::string(before.substr(start)));
    if (!found.empty()) return made(start, found);
    const std::size_t space = before.find(' ', start);
    if (space == std::string_view::npos) break;
    start = space + 1;
  }
  return {};
}

Completion CommandCompleter::operator()(std::string_view before) {
  const std::size_t space = before.find(' ');
  if (space == std::string_view::npos) return command_names(0, std::string(before));
  for (const ShellCommand& command : shell_commands())
    if (command.name == before.substr(0, space)) return arguments(command, before, space + 1);
  return {};
}

Completion CommandCompleter::arguments(const ShellCommand& command, std::string_view before,
                                       std::size_t first) {
  const std::size_t last = before.find_last_of(' ') + 1;
  if (command.first_words.empty()) return with_options(command, before, {first, last});
  const std::size_t space = before.find(' ', first);
  if (space == std::string_view::npos) return one_of(words_of(command.first_words), before, first);
  const ShellChoice* action =
      choice_named(command.first_words, before.substr(first, space - first));
  if (action == nullptr) return {};
  return argument(action->then, before, {space + 1, last});
}

Completion CommandCompleter::with_options(const ShellCommand& command, std::string_view before,
                                          Place place) {
  if (place.last == place.first) return argument(command.completes, before, place);
  const ShellChoice* option = choice_named(command.options, word_before(before, place.last));
  if (option != nullptr && option->takes_value)
    return argument(option->then, before, {place.last, place.last});
  return both(argument(command.completes, before, place),
              one_of(words_of(command.options), before, place.last));
}

Completion CommandCompleter::argument(ShellWord kind, std::string_view before, Place place) {
  const std::string typed(before.substr(place.last));
  switch (kind) {
    case ShellWord::query:
      return query_();
    case ShellWord::question:
      return name_in_question(names_, before, place.first);
    case ShellWord::file:
      return files(place.last, typed);
    case ShellWord::entity:
      return entity(before, place);
    case ShellWord::entity_or_document:
      if (typed.find('/') != std::string::npos) return files(place.last, typed);
      return both(entity(before, place), argument(ShellWord::document, before, place));
    case ShellWord::listed_fact:
      return one_of(listed_facts(session_), before, place.last);
    case ShellWord::saved_call:
      return saved_call(before, place);
    case ShellWord::parameter:
      return parameter(before, place);
    default:
      return place.last == place.first ? first_argument(kind, before, place.first) : Completion{};
  }
}

/// What a command takes once.
Completion CommandCompleter::first_argument(ShellWord kind, std::string_view before,
                                            std::size_t start) {
  const std::string typed(before.substr(start));
  if (kind == ShellWord::command) return command_names(start, typed);
  if (kind == ShellWord::document) return made(start, documents_starting(session_, typed));
  if (kind == ShellWord::saved_query) return one_of(saved_query_names(session_), before, start);
  if (kind == ShellWord::prefix) return one_of(prefix_names(session_), before, start);
  if (kind == ShellWord::set_parameter) return one_of(set_parameters(session_), before, start);
  if (kind != ShellWord::mode) return {};
  const std::vector<std::string> names = output_format_names();
  return one_of({names.begin(), names.end()}, before, start);
}

/// A prefixed name, or a name of several words: the whole rest may be one, or what stands behind
/// a quote, or the last word.
Completion CommandCompleter::entity(std::string_view before, Place place) {
  const std::string typed(before.substr(place.last));
  if (typed.find(':') != std::string::npos) return made(place.last, names_.terms_starting(typed));
  const std::string_view rest = before.substr(place.first);
  if (std::count(rest.begin(), rest.end(), '"') % 2 == 1) {
    const std::size_t quote = before.rfind('"');
    std::set<std::string> found;
    for (const std::string& label : names_.labels_starting(std::string(before.substr(quote + 1))))
      found.insert('"' + label + '"');
    return made(quote, found);
  }
  const std::set<std::string> whole = names_.labels_starting(std::string(rest));
  if (!whole.empty() || place.first == place.last) return made(place.first, whole, "");
  std::set<std::string> found;
  if (!typed.empty())
    for (const std::string& label : names_.labels_starting(typed)) found.insert(quoted(label));
  return made(place.last, found);
}

/// "topic=" of the saved query that the first word names; behind it a thing.
Completion CommandCompleter::saved_call(std::string_view before, Place place) {
  if (place.last == place.first) return one_of(saved_query_names(session_), before, place.first);
  const std::size_t equals = before.find('=', place.last);
  if (equals != std::string_view::npos) return entity(before, {equals + 1, equals + 1});
  const std::size_t end = before.find(' ', place.first);
  Completion out =
      one_of(saved_parameters(session_, before.substr(place.first, end - place.first), "="), before,
             place.last);
  out.after.clear();
  return out;
}

/// What a saved query declares, then a thing.
Completion CommandCompleter::parameter(std::string_view before, Place place) {
  const std::size_t space = before.find(' ', place.first);
  if (space == std::string_view::npos)
    return one_of(saved_parameters(session_, "", ""), before, place.first);
  return entity(before, {space + 1, std::max(place.last, space + 1)});
}

}  // namespace dossier::repl
