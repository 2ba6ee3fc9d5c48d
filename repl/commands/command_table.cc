// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "repl/command.h"
#include "repl/commands/make_commands.h"
#include "repl/commands/make_review_commands.h"
#include "repl/commands/make_sharing_commands.h"

namespace dossier::repl {
namespace {

constexpr std::array kCommands{
    CommandEntry{"ingest", "DB PATH...", "read documents into the knowledge base",
                 make_ingest_command},
    CommandEntry{"extract", "PATH...", "show what is extracted from documents, without storing it",
                 make_extract_command},
    CommandEntry{"load", "DB FILE...", "load RDF files", make_load_command},
    CommandEntry{"query", "DB -e TEXT | -f FILE | NAME",
                 "run a query: SELECT, ASK, CONSTRUCT, DESCRIBE", make_query_command},
    CommandEntry{"update", "DB -e TEXT | -f FILE", "run an update: INSERT, DELETE, LOAD, ...",
                 make_update_command},
    CommandEntry{"save", "DB NAME -f FILE", "save a query under a name", make_save_command},
    CommandEntry{"saved", "DB", "list the saved queries", make_saved_command},
    CommandEntry{"news", "DB [NAME]", "what standing queries have answered for the first time",
                 make_news_command},
    CommandEntry{"find", "DB WORDS...", "find entities, documents and sentences by their words",
                 make_find_command},
    CommandEntry{"ask", "DB QUESTION", "answer a question in plain English", make_ask_command},
    CommandEntry{"why", "DB SUBJECT [PREDICATE [OBJECT]]", "the sentences behind a fact",
                 make_why_command},
    CommandEntry{"entity", "DB ACTION ...", "show an entity's mentions; merge, split, rename, undo",
                 make_entity_command},
    CommandEntry{"fact", "DB ACTION ...", "show a fact and how it was read; reject, restore",
                 make_fact_command},
    CommandEntry{"review", "DB [ACTION ...]", "what is doubtful, to accept or decline",
                 make_review_command},
    CommandEntry{"conflicts", "DB", "contradictions between documents", make_conflicts_command},
    CommandEntry{"serve", "DB", "pages in a browser, and the SPARQL protocol", make_serve_command},
    CommandEntry{"mcp", "DB", "tools for programs that reason, by the Model Context Protocol",
                 make_mcp_command},
    CommandEntry{"docs", "DB", "list the documents", make_docs_command},
    CommandEntry{"forget", "DB DOC", "remove a document and its facts", make_forget_command},
    CommandEntry{"index", "DB", "put every text into the text index", make_index_command},
    CommandEntry{"dump", "DB", "write everything as RDF", make_dump_command},
    CommandEntry{"report", "DB [WHAT...] -o FILE", "a report with citations: HTML, Markdown, docx",
                 make_report_command},
    CommandEntry{"export", "DB --format FORMAT", "write facts for other programs",
                 make_export_command},
    CommandEntry{"sql", "--dialect D -e TEXT | -f FILE",
                 "translate a query into SQL over exported tables", make_sql_command},
    CommandEntry{"stats", "DB", "show counts and sizes", make_stats_command},
    CommandEntry{"check", "DB", "read everything and report all faults", make_check_command},
    CommandEntry{"compact", "DB", "merge pending changes and compact the files",
                 make_compact_command},
    CommandEntry{"backup", "DB DIR", "back up the knowledge base to a folder", make_backup_command},
    CommandEntry{"restore", "DB DIR", "restore a knowledge base from a backup",
                 make_restore_command},
    CommandEntry{"parse", "FILE", "RDF in, N-Quads out", make_parse_command},
    CommandEntry{"parse-query", "FILE", "check the syntax of a query", make_parse_query_command},
    CommandEntry{"completion", "SHELL", "print the completion of commands for bash or zsh",
                 make_completion_command},
    CommandEntry{"manual", "", "print the manual as a man page", make_manual_command},
};

}  // namespace

std::span<const CommandEntry> commands() { return kCommands; }

const CommandEntry* find_command(std::string_view name) {
  for (const CommandEntry& entry : kCommands) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

const CommandEntry& shell_command() {
  static constexpr CommandEntry kShell{
      "", "[DB]", "open or create a knowledge base and start the shell", make_shell_command};
  return kShell;
}

}  // namespace dossier::repl
