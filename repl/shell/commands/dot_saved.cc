// SPDX-License-Identifier: Apache-2.0
// Saved queries: .save .run .saved .unsave

#include "dossier/error.h"
#include "dossier/news.h"
#include "repl/input/assignments.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/shell/statements.h"
#include "repl/tasks/saved_query_list.h"
#include "storage/store.h"

namespace dossier::repl {
void shell_save(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() == 1, ".save NAME");
  if (session.last().typed.empty()) {
    throw Error(ErrorCode::usage, "there is no last query to save");
  }
  session.kb().save_query({arguments.words.front(), session.last().typed});
  session.console().err << "saved " << arguments.words.front() << '\n';
}

void shell_run(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.words.empty(), ".run NAME name=value...");
  const SavedQuery query = session.kb().saved_query(arguments.words.front());
  const std::vector<std::string> assignments(arguments.words.begin() + 1, arguments.words.end());
  run_statement(session, query.text, read_assignments(assignments, query.text));
}

void shell_saved(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() <= 1, ".saved [NAME]");
  if (!arguments.words.empty()) {
    const std::string text = session.kb().saved_query(arguments.words.front()).text;
    session.out() << text << (text.ends_with('\n') ? "" : "\n");
    return;
  }
  show_list(session, saved_query_list(session.kb()), "query", "queries");
}

void shell_unsave(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() == 1, ".unsave NAME");
  const std::string name = session.kb().saved_query(arguments.words.front()).name;
  unwatch_query(session.kb(), name);
  session.kb().store().remove_query(name);
  session.console().err << "deleted " << name << '\n';
}

}  // namespace dossier::repl
