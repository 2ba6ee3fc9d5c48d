// SPDX-License-Identifier: Apache-2.0
// Documents and data: .ingest .load .docs .forget

#include <algorithm>
#include <set>

#include "dossier/ingest.h"
#include "dossier/views.h"
#include "engine/results/short_names.h"
#include "repl/process/text_file.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/tasks/document_list.h"
#include "repl/tasks/ingest_files.h"
#include "repl/tasks/load_files.h"
#include "repl/tasks/load_table_file.h"

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

namespace {

void load_tables(Session& session, const std::vector<std::string>& files, const std::string& map) {
  TableOptions options;
  options.construct = read_text(map, session.console());
  options.query = session.options(options.construct);
  for (const std::string& file : files)
    load_table_file(session.kb(), file, map, options, false, session.console());
}

}  // namespace

void shell_load(Session& session, const ShellArguments& arguments) {
  constexpr std::string_view kUsage = ".load FILE... [--construct MAP.rq]";
  arguments.require(!arguments.words.empty(), kUsage);
  LoadRequest request;
  request.files = arguments.words;
  ++session.changes;
  const auto option = std::find(request.files.begin(), request.files.end(), "--construct");
  if (option != request.files.end()) {
    arguments.require(option != request.files.begin() && option + 2 == request.files.end(), kUsage);
    load_tables(session, {request.files.begin(), option}, option[1]);
    return;
  }
  load_files(session.kb(), load_inputs(request), {}, false, session.console());
}

namespace {

std::optional<Term> number(std::uint64_t value) {
  return Term::integer(static_cast<std::int64_t>(value));
}

/// The folder that all files of the list lie in, with its "/"; empty for one document.
std::string common_folder(const std::vector<DocumentRow>& rows) {
  if (rows.size() < 2) return {};
  std::string folder = rows.front().file;
  for (const DocumentRow& row : rows) {
    const auto end = std::mismatch(folder.begin(), folder.end(), row.file.begin(), row.file.end());
    folder.erase(end.first, folder.end());
  }
  return folder.substr(0, folder.rfind('/') + 1);
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// The name of a file alone tells it apart from all others.
bool names_are_enough(const std::vector<DocumentRow>& rows) {
  std::set<std::string> names;
  return std::all_of(rows.begin(), rows.end(), [&](const DocumentRow& row) {
    return row.file.empty() || names.insert(base_name(row.file)).second;
  });
}

/// doc:report of report.txt says it already.
bool repeat_documents(const std::vector<DocumentRow>& rows) {
  return std::all_of(rows.begin(), rows.end(), [](const DocumentRow& row) {
    const std::string name = base_name(row.file);
    return name.empty() || row.document.value().ends_with(":" + name.substr(0, name.rfind('.')));
  });
}

/// On a terminal headlines of a series begin where they differ, so that columns tell them apart;
/// so do files.
RowList documents_as_list(const std::vector<DocumentRow>& rows, bool people) {
  RowList list;
  list.columns = {"date", "document", "author", "sentences", "facts", "headline", "file"};
  const std::string folder = people ? common_folder(rows) : std::string();
  const bool names = people && names_are_enough(rows);
  const bool repeated = people && repeat_documents(rows);
  for (const DocumentRow& row : rows) {
    list.rows.push_back({text_or_none(row.date), row.document, text_or_none(row.author),
                         number(row.sentences), number(row.facts),
                         text_or_none(people ? row.short_headline : row.headline),
                         text_or_none(repeated ? ""
                                      : names  ? base_name(row.file)
                                               : row.file.substr(folder.size()))});
  }
  if (people && !rows.empty()) drop_empty_columns(list);
  return list;
}

/// A table of documents is read for its headlines: they go on below instead of being cut.
class WrappedTables {
 public:
  explicit WrappedTables(Session& session) : mode_(session.settings().mode), before_(mode_) {
    if (mode_ == *output_format_named("table")) mode_ = *output_format_named("wrapped");
  }
  ~WrappedTables() { mode_ = before_; }
  WrappedTables(const WrappedTables&) = delete;
  WrappedTables& operator=(const WrappedTables&) = delete;

 private:
  OutputFormat& mode_;
  OutputFormat before_;
};

}  // namespace

void shell_docs(Session& session, const ShellArguments& arguments) {
  const std::vector<DocumentRow> rows =
      document_rows(session.kb(), arguments.rest, session.options(""));
  const bool people = session.shows() && session.settings().mode.for_people();
  std::vector<Term> documents;
  for (const DocumentRow& row : rows) documents.push_back(row.document);
  session.list_things(std::move(documents));
  session.paged([&] {
    const WrappedTables wrapped(session);
    RowList list = documents_as_list(rows, people);
    if (people) list = numbered(std::move(list));
    show_list(session, list, "document", "documents");
    if (people && rows.empty() && !arguments.rest.empty())
      session.out() << "no document has these words; .find " << arguments.rest
                    << " also looks for words spelled nearly so\n";
  });
}

void shell_forget(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() == 1, ".forget DOC");
  const Term document = resolve_document(session.kb(), arguments.words.front(), session.prefixes());
  ++session.changes;
  forget(session.kb(), document);
  session.console().err << "forgot " << short_text(document, session.prefixes()) << '\n';
}

}  // namespace dossier::repl
