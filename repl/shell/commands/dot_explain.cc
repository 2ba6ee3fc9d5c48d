// SPDX-License-Identifier: Apache-2.0
// Plans: .explain .profile

#include "repl/shell/commands/dot_commands.h"
#include "repl/tasks/query_timing.h"

namespace dossier::repl {
namespace {

/// The query of a dot command may end with ";", too.
std::string query_text(Session& session, const ShellArguments& arguments) {
  std::string text = arguments.rest;
  if (text.ends_with(';')) text.pop_back();
  return text.empty() ? session.last().text : text;
}

void write_plan(Session& session, const std::string& plan) {
  session.out() << plan << (plan.ends_with('\n') ? "" : "\n");
}

}  // namespace

void shell_explain(Session& session, const ShellArguments& arguments) {
  const std::string text = query_text(session, arguments);
  arguments.require(!text.empty(), ".explain QUERY");
  write_plan(session, session.kb().explain(text, session.options(text)));
}

void shell_profile(Session& session, const ShellArguments& arguments) {
  const std::string text = query_text(session, arguments);
  arguments.require(!text.empty(), ".profile QUERY");
  write_plan(session, profile(session.kb(), text, session.options(text)));
}

}  // namespace dossier::repl
