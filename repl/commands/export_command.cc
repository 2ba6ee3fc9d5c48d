// SPDX-License-Identifier: Apache-2.0
// dossier export: the knowledge base in the forms of other programs.

#include <fmt/format.h>

#include "dossier/sql.h"
#include "repl/commands/make_commands.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

class ExportCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.option("--format", format_, "F",
                     "tables: quads and terms as TSV (zstd), for DuckDB, Spark and dossier sql");
    arguments.option("-o", output_, "FOLDER", "where to; a new folder");
    arguments.flag("--quiet", quiet_, "no closing line");
  }

  ExitStatus run(Console& console) override {
    if (!format_) throw Error(ErrorCode::usage, "the format is missing: give --format tables");
    if (*format_ != "tables")
      throw Error(ErrorCode::usage, fmt::format("no such format: {}; there is tables", *format_));
    if (!output_) throw Error(ErrorCode::usage, "the folder is missing: give -o FOLDER");
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    const TablesReport report = export_tables(kb, *output_, {.cancellation = console.cancellation});
    if (!quiet_)
      console.err << fmt::format("{} quads and {} terms written to {}\n", report.quads,
                                 report.terms, *output_);
    return ExitStatus::done;
  }

 private:
  std::string path_;
  std::optional<std::string> format_;
  std::optional<std::string> output_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace dossier::repl
