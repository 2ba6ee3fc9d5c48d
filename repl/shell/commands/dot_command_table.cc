// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "repl/shell/commands/dot_commands.h"

namespace dossier::repl {
namespace {

constexpr std::array kCommands{
    ShellCommand{".find", "WORDS [--in DOC] [--by NAME] [--since DATE]",
                 "find entities, documents and sentences, best match first", ShellWord::entity,
                 false, shell_find},
    ShellCommand{".ask", "QUESTION", "answer a question in plain English; a line that is no query, too",
                 ShellWord::none, false, shell_ask},
    ShellCommand{".about", "ENTITY", "a card: type, aliases, roles, facts", ShellWord::entity,
                 false, shell_about},
    ShellCommand{".why", "[ROW] | S P O", "the sentences behind a row of the last result or a fact",
                 ShellWord::entity, false, shell_why},
    ShellCommand{".entity", "show|merge|split|undo ...",
                 "show an entity's mentions; correct entities", ShellWord::entity, false,
                 shell_entity},
    ShellCommand{".conflicts", "", "contradictions between documents", ShellWord::none, false,
                 shell_conflicts},
    ShellCommand{".timeline", "ENTITY",
                 "an entity's dated facts and the documents that mention it, in order",
                 ShellWord::entity, false, shell_timeline},
    ShellCommand{".graph", "ENTITY [DEPTH] [FILE.svg]", "draw an entity's neighbourhood (Graphviz)",
                 ShellWord::entity, true, shell_graph},
    ShellCommand{".schema", "", "classes and predicates with counts and an example",
                 ShellWord::none, false, shell_schema},
    ShellCommand{".docs", "[WORDS]", "the documents, or those that have these words",
                 ShellWord::none, false, shell_docs},
    ShellCommand{".ingest", "[--rules DIR] PATH...", "read documents into the knowledge base",
                 ShellWord::file, true, shell_ingest},
    ShellCommand{".forget", "DOC", "remove a document and its facts", ShellWord::document, false,
                 shell_forget},
    ShellCommand{".load", "FILE...", "load RDF files", ShellWord::file, true, shell_load},
    ShellCommand{".read", "FILE", "run the statements of a file", ShellWord::file, true,
                 shell_read},
    ShellCommand{".save", "NAME", "save the last query", ShellWord::saved_query, false, shell_save},
    ShellCommand{".run", "NAME [name=term...]", "run a saved query", ShellWord::saved_query, false,
                 shell_run},
    ShellCommand{".saved", "[NAME]", "list the saved queries, or show one", ShellWord::saved_query,
                 false, shell_saved},
    ShellCommand{".unsave", "NAME", "delete a saved query", ShellWord::saved_query, false,
                 shell_unsave},
    ShellCommand{".param", "[set NAME TERM | unset NAME]", "values for $NAME in queries",
                 ShellWord::none, false, shell_param},
    ShellCommand{".prefix", "[NAME IRI]", "show or set prefixes", ShellWord::none, false,
                 shell_prefix},
    ShellCommand{".explain", "QUERY", "show the plan of a query", ShellWord::none, false,
                 shell_explain},
    ShellCommand{".profile", "QUERY", "run a query and show its plan with rows and times",
                 ShellWord::none, false, shell_profile},
    ShellCommand{".mode", "[FORMAT]", "table csv tsv json xml jsonlines markdown line turtle",
                 ShellWord::mode, false, shell_mode},
    ShellCommand{".maxrows", "[N]", "the most rows of a table to show, 0 for all", ShellWord::none,
                 false, shell_maxrows},
    ShellCommand{".timer", "on|off", "show times", ShellWord::none, false, shell_timer},
    ShellCommand{".pager", "on|off|auto", "show results in $PAGER; auto: long ones only",
                 ShellWord::none, false, shell_pager},
    ShellCommand{".output", "[FILE | |COMMAND]",
                 "results go to a file or a command; without one, to the screen", ShellWord::file,
                 true, shell_output},
    ShellCommand{".once", "FILE | |COMMAND", "the next result goes to a file or a command",
                 ShellWord::file, true, shell_once},
    ShellCommand{".last", "", "show the last result again in full", ShellWord::none, false,
                 shell_last},
    ShellCommand{".edit", "", "the last query in $EDITOR, then run it", ShellWord::none, true,
                 shell_edit},
    ShellCommand{".history", "", "list what was typed", ShellWord::none, false, shell_history},
    ShellCommand{".help", "[COMMAND]", "this list, or one command", ShellWord::command, false,
                 shell_help},
    ShellCommand{".quit", "", "leave", ShellWord::none, false, shell_quit},
};

}  // namespace

std::span<const ShellCommand> shell_commands() { return kCommands; }

}  // namespace dossier::repl
