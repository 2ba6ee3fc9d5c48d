// SPDX-License-Identifier: Apache-2.0
// dossier report: what is known, with citations, as a file to hand on.

#include <fmt/format.h>

#include <algorithm>

#include "desk/report/report.h"
#include "desk/views/document_name.h"
#include "desk/write/whole_file.h"
#include "dossier/error.h"
#include "dossier/evidence.h"
#include "engine/saved/near_names.h"
#include "repl/commands/make_sharing_commands.h"
#include "repl/input/option_values.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

class ReportCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.optional_list("WHAT", what_,
                            "entities, documents and saved queries; without any, a report on\n"
                            "everything");
    arguments.option("-o", output_, "FILE", "the report; its ending says how: .html, .md or .docx");
    arguments.option("-e", query_, "TEXT", "the rows of this query, too");
    arguments.option("--title", title_, "TEXT", "the title (default: made of what it is about)");
    arguments.option("--limit", limit_, "N", "facts of a kind, rows of a query (default: 200)");
    arguments.flag("--quiet", quiet_, "no closing line");
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
    arguments.footer(
        "Facts with numbered citations (document, date, page, sentence), a timeline, a graph,\n"
        "contradictions, and the sources with their SHA-256. The same knowledge base gives the\n"
        "same bytes.\n"
        "Example: dossier report kb \"Ada Brandt\" -o brandt.html\n"
        "Example: dossier report kb meetings minutes/board.pdf -o meetings.docx");
  }

  ExitStatus run(Console& console) override {
    if (!output_)
      throw Error(ErrorCode::usage, "say where the report goes: -o FILE.html, .md or .docx");
    const reporting::ReportFormat format = reporting::report_format(*output_);
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    const reporting::ReportRequest request = request_of(kb, console);
    writing::write_whole_file(*output_, [&](std::ostream& out) {
      write_report(kb, request, format, out, {.cancellation = console.cancellation});
    });
    if (!quiet_) console.err << "written to " << *output_ << '\n';
    return ExitStatus::done;
  }

 private:
  reporting::ReportRequest request_of(const KnowledgeBase& kb, Console& console) const {
    reporting::ReportRequest out;
    if (title_) out.title = *title_;
    if (limit_) out.most = parse_count("--limit", *limit_);
    for (const std::string& word : what_) add(kb, word, out, console);
    if (query_) out.queries.push_back({"Query", *query_});
    return out;
  }

  /// A saved query by its name, then an entity by its whole name, which may be a headline, too,
  /// then a document, then an entity by a part of its name.
  static void add(const KnowledgeBase& kb, const std::string& word,
                  reporting::ReportRequest& request, Console& console) {
    const std::vector<SavedQuery> saved = kb.saved_queries();
    const auto query = std::find_if(saved.begin(), saved.end(),
                                    [&](const SavedQuery& one) { return one.name == word; });
    if (query != saved.end()) {
      request.queries.push_back({query->name, query->text});
      return;
    }
    if (!entities_named(kb, word).empty()) {
      request.entities.push_back(resolve_entity(kb, word, predeclared_prefixes()));
      return;
    }
    try {
      request.documents.push_back(document_named(kb, word, predeclared_prefixes()));
    } catch (const Error& no_document) {
      if (no_document.code() != ErrorCode::input) throw;
      std::string taken;
      request.entities.push_back(resolve_near(kb, word, predeclared_prefixes(), taken));
      if (!taken.empty()) console.err << taken << '\n';
    }
  }

  std::string path_;
  std::vector<std::string> what_;
  std::optional<std::string> output_, query_, title_, limit_;
  bool quiet_ = false;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_report_command() { return std::make_unique<ReportCommand>(); }

}  // namespace dossier::repl
