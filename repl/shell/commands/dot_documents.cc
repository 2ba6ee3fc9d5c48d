// SPDX-License-Identifier: Apache-2.0
// Documents and data: .ingest .load .docs .forget

#include <set>

#include "dossier/ingest.h"
#include "engine/results/short_names.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/tasks/document_list.h"
#include "repl/tasks/ingest_files.h"
#include "repl/tasks/load_files.h"

namespace dossier::repl {

void shell_ingest(Session& session, const ShellArguments& arguments) {
  constexpr std::string_view kUsage = ".ingest [--rules DIR] PATH...";
  std::vector<std::string> paths = arguments.words;
  IngestOptions options;
  if (!paths.empty() && paths.front() == "--rules") {
    arguments.require(paths.size() > 2, kUsage);
    options.rules = Rules::with_folder(paths[1]);
    paths.erase(paths.begin(), paths.begin() + 2);
  }
  arguments.require(!paths.empty(), kUsage);
  ++session.changes;
  ingest_files(session.kb(), document_paths(paths, {}), options, IngestReports::usual,
               session.console());
}

void shell_load(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.words.empty(), ".load FILE...");
  LoadRequest request;
  request.files = arguments.words;
  ++session.changes;
  load_files(session.kb(), load_inputs(request), {}, false, session.console());
}

namespace {

/// The documents whose sentences or headlines match a search.
std::set<Term> documents_with(Session& session, const std::string& words) {
  QueryOptions options = session.options("");
  options.parameters = {{"words", Term::string(words)}};
  std::set<Term> out;
  for (const Row& row :
       session.kb().query("SELECT DISTINCT ?document WHERE { { ?sentence k:matches $words ; "
                          "k:partOf ?document } UNION { ?document k:matches $words } "
                          "?document a k:Document }",
                          options)) {
    out.insert(*row["document"]);
  }
  return out;
}

}  // namespace

void shell_docs(Session& session, const ShellArguments& arguments) {
  RowList list = document_list(session.kb());
  if (!arguments.rest.empty()) {
    const std::set<Term> wanted = documents_with(session, arguments.rest);
    std::erase_if(list.rows, [&](const auto& row) { return !wanted.contains(*row[1]); });
  }
  show_list(session, list, "document", "documents");
}

void shell_forget(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() == 1, ".forget DOC");
  const Term document = resolve_document(session.kb(), arguments.words.front(), session.prefixes());
  ++session.changes;
  forget(session.kb(), document);
  session.console().err << "forgot " << short_text(document, session.prefixes()) << '\n';
}

}  // namespace dossier::repl
