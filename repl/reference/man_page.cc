// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "repl/process/version.h"
#include "repl/reference/reference.h"

namespace dossier::repl {
namespace {

/// A text that roff takes literally.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    // A dot or an apostrophe at the start of a line would be a request.
    const bool starts_line = result.empty() || result.back() == '\n';
    if (starts_line && (c == '.' || c == '\'')) result += "\\&";
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  return result;
}

std::string option_page(const DeclaredArgument& argument) {
  std::string names;
  for (const std::string& name : argument.names) {
    if (!names.empty()) names += ", ";
    const char font = argument.by_position ? 'I' : 'B';
    names += fmt::format("\\f{}{}\\fR", font, escaped(name));
  }
  if (!argument.placeholder.empty())
    names += fmt::format(" \\fI{}\\fR", escaped(argument.placeholder));
  return fmt::format(".TP\n{}\n{}\n", names, escaped(argument.help));
}

std::string command_page(const CommandReference& command) {
  std::string page = fmt::format(".SS dossier {} {}\n{}\n", escaped(command.name),
                                 escaped(command.arguments), escaped(command.summary));
  for (const DeclaredArgument& argument : command.declared) page += option_page(argument);
  if (!command.footer.empty()) page += fmt::format(".PP\n.nf\n{}\n.fi\n", escaped(command.footer));
  return page;
}

constexpr std::string_view kBegin = R"(.SH NAME
dossier \- embedded knowledge base: documents in, facts out, SPARQL over them
.SH SYNOPSIS
.B dossier
[\fIDB\fR]
.br
.B dossier
\fICOMMAND\fR [\fIOPTIONS\fR] \fIARGUMENTS\fR
.SH DESCRIPTION
Dossier reads documents, stores what they say as facts with the sentences they were read from, and
answers SPARQL queries over them. A knowledge base \fIDB\fR is a directory. Without a command, the
shell starts.
.SH COMMANDS
)";

constexpr std::string_view kEnd = R"(.SH EXIT STATUS
0 done, 1 failed, 2 wrong usage, 3 the knowledge base cannot be opened, 124 time limit,
130 interrupted.
.SH FILES
.TP
.I ~/.local/state/dossier/history
what was typed in the shell
.SH EXAMPLES
.nf
dossier ingest facts.db speech.txt
dossier query facts.db \-e 'SELECT ?who ?where WHERE { ?who r:visit ?where }'
dossier why facts.db "Amara Nduka" r:visit Oslo
.fi
)";

}  // namespace

std::string man_page() {
  std::string page = fmt::format(".TH DOSSIER 1 \"\" \"Dossier {}\" \"User Commands\"\n", kVersion);
  page += kBegin;
  for (const CommandReference& command : command_references()) page += command_page(command);
  return page + std::string(kEnd);
}

}  // namespace dossier::repl
