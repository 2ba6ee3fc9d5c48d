// SPDX-License-Identifier: Apache-2.0
// How each sub-command is made; command_table.cc lists them.
#pragma once

#include <memory>

#include "repl/command.h"

namespace dossier::repl {

std::unique_ptr<Command> make_ingest_command();
std::unique_ptr<Command> make_extract_command();
std::unique_ptr<Command> make_load_command();
std::unique_ptr<Command> make_query_command();
std::unique_ptr<Command> make_update_command();
std::unique_ptr<Command> make_save_command();
std::unique_ptr<Command> make_saved_command();
std::unique_ptr<Command> make_news_command();
std::unique_ptr<Command> make_find_command();
std::unique_ptr<Command> make_ask_command();
std::unique_ptr<Command> make_index_command();
std::unique_ptr<Command> make_why_command();
std::unique_ptr<Command> make_entity_command();
std::unique_ptr<Command> make_conflicts_command();
std::unique_ptr<Command> make_serve_command();
std::unique_ptr<Command> make_docs_command();
std::unique_ptr<Command> make_forget_command();
std::unique_ptr<Command> make_dump_command();
std::unique_ptr<Command> make_export_command();
std::unique_ptr<Command> make_sql_command();
std::unique_ptr<Command> make_stats_command();
std::unique_ptr<Command> make_check_command();
std::unique_ptr<Command> make_compact_command();
std::unique_ptr<Command> make_backup_command();
std::unique_ptr<Command> make_restore_command();
std::unique_ptr<Command> make_parse_command();
std::unique_ptr<Command> make_parse_query_command();
std::unique_ptr<Command> make_completion_command();
std::unique_ptr<Command> make_manual_command();
std::unique_ptr<Command> make_shell_command();

}  // namespace dossier::repl
