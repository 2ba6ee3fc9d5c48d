// SPDX-License-Identifier: Apache-2.0
// The dot commands: one file each, or one for a few related ones. dot_command_table.cc lists them.
#pragma once

#include "repl/shell/dot_command.h"

namespace dossier::repl {

void shell_help(Session& session, const ShellArguments& arguments);
void shell_quit(Session& session, const ShellArguments& arguments);
void shell_mode(Session& session, const ShellArguments& arguments);
void shell_timer(Session& session, const ShellArguments& arguments);
void shell_maxrows(Session& session, const ShellArguments& arguments);
void shell_names(Session& session, const ShellArguments& arguments);
void shell_pager(Session& session, const ShellArguments& arguments);
void shell_output(Session& session, const ShellArguments& arguments);
void shell_once(Session& session, const ShellArguments& arguments);
void shell_print(Session& session, const ShellArguments& arguments);
void shell_shell(Session& session, const ShellArguments& arguments);
void shell_show(Session& session, const ShellArguments& arguments);
void shell_last(Session& session, const ShellArguments& arguments);
void shell_param(Session& session, const ShellArguments& arguments);
void shell_edit(Session& session, const ShellArguments& arguments);
void shell_history(Session& session, const ShellArguments& arguments);
void shell_read(Session& session, const ShellArguments& arguments);
void shell_save(Session& session, const ShellArguments& arguments);
void shell_run(Session& session, const ShellArguments& arguments);
void shell_unsave(Session& session, const ShellArguments& arguments);
void shell_saved(Session& session, const ShellArguments& arguments);
void shell_watch(Session& session, const ShellArguments& arguments);
void shell_unwatch(Session& session, const ShellArguments& arguments);
void shell_news(Session& session, const ShellArguments& arguments);
void shell_ingest(Session& session, const ShellArguments& arguments);
void shell_load(Session& session, const ShellArguments& arguments);
void shell_docs(Session& session, const ShellArguments& arguments);
void shell_forget(Session& session, const ShellArguments& arguments);
void shell_find(Session& session, const ShellArguments& arguments);
void shell_ask(Session& session, const ShellArguments& arguments);
/// A question in plain English: as .ask, for a line that is no command and no query.
void ask_question(Session& session, const std::string& question);
void shell_facts(Session& session, const ShellArguments& arguments);
void shell_says(Session& session, const ShellArguments& arguments);
void shell_path(Session& session, const ShellArguments& arguments);
void shell_open(Session& session, const ShellArguments& arguments);
void shell_doc(Session& session, const ShellArguments& arguments);
void shell_about(Session& session, const ShellArguments& arguments);
void shell_why(Session& session, const ShellArguments& arguments);
void shell_entity(Session& session, const ShellArguments& arguments);
void shell_conflicts(Session& session, const ShellArguments& arguments);
void shell_timeline(Session& session, const ShellArguments& arguments);
void shell_graph(Session& session, const ShellArguments& arguments);
void shell_schema(Session& session, const ShellArguments& arguments);
void shell_explain(Session& session, const ShellArguments& arguments);
void shell_profile(Session& session, const ShellArguments& arguments);
void shell_prefix(Session& session, const ShellArguments& arguments);

}  // namespace dossier::repl
