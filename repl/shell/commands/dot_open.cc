// SPDX-License-Identifier: Apache-2.0
// .open: what a number of the last list stands for, what a name means, another knowledge base.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "dossier/error.h"
#include "model/ascii.h"
#include "repl/format/printable.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/commands/show.h"
#include "repl/tasks/document_list.h"
#include "repl/tasks/full_names.h"

namespace dossier::repl {
namespace {

bool is_number(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A sentence in its document, a document, anything else as a card.
void open_term(Session& session, const Term& thing) {
  QueryOptions options = session.options("");
  options.parameters = {{"thing", thing}};
  for (const Row& row : session.kb().query(
           "SELECT ?document ?index WHERE { $thing a k:Sentence ; k:partOf ?document "
           "; k:index ?index } LIMIT 1",
           options))
    return show_document(session, *row["document"], row["index"].as<std::int64_t>());
  if (session.kb().query("ASK { $thing a k:Document }", options).boolean())
    return show_document(session, thing, std::nullopt);
  show_card(session, thing);
}

/// The sentence behind a row of a query; without one, the first thing that stands in the row.
Term thing_of_row(Session& session, const Row& row) {
  const std::vector<Evidence> evidence = evidence_of_row(session, row);
  if (!evidence.empty()) return evidence.front().sentence;
  for (std::size_t i = 0; i < row.size(); ++i)
    if (row[i] && row[i]->is_iri()) return *row[i];
  throw Error(ErrorCode::input, "the row has neither a sentence nor a thing to open");
}

}  // namespace

void open_listed(Session& session, const std::string& number) {
  const LastResult& last = session.last();
  if (!last.listed.empty())
    return open_term(session, last.listed[row_index(number, last.listed.size())]);
  open_term(session, thing_of_row(session, last.rows[row_index(number, last.rows.size())]));
}

namespace {

Term named_thing(Session& session, const std::string& name) {
  try {
    return resolve_document(session.kb(), name, session.prefixes());
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    return named_entity(session.kb(), name, session.prefixes(), session.console().err);
  }
}

bool is_folder(const std::string& path) {
  std::error_code missing;  // then it is none
  return std::filesystem::is_directory(path, missing);
}

void open_base(Session& session, const std::string& path) {
  const std::string& restricted_by = session.settings().restricted_by;
  if (!restricted_by.empty())
    throw Error(ErrorCode::usage,
                fmt::format(".open of a knowledge base is forbidden by {}", restricted_by));
  session.switch_to(path);
  if (session.console().err_is_terminal)
    session.console().err << "opened " << printable(path) << '\n';
}

}  // namespace

void shell_open(Session& session, const ShellArguments& arguments) {
  if (is_number(arguments.rest)) return open_listed(session, arguments.rest);
  const std::string name = arguments.words.size() == 1 ? arguments.words.front() : arguments.rest;
  if (name.find('/') != std::string::npos && is_folder(name)) return open_base(session, name);
  std::optional<Term> thing;
  try {
    thing = named_thing(session, name);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input || !is_folder(name)) throw;
    return open_base(session, name);
  }
  open_term(session, *thing);
}

}  // namespace dossier::repl
