// SPDX-License-Identifier: Apache-2.0
// dossier export: facts with their citations in the formats of other programs.

#include <fmt/format.h>

#include <charconv>

#include "desk/export/export.h"
#include "dossier/error.h"
#include "repl/commands/make_commands.h"
#include "repl/format/printable.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

using exporting::ExportFormat;

class ExportCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    std::string formats;
    for (const ExportFormat& format : exporting::export_formats())
      formats += fmt::format("{}{}: {}", formats.empty() ? "" : "\n", format.name, format.summary);
    arguments.required("DB", path_, "the knowledge base");
    arguments.option("--format", format_, "FORMAT", formats);
    arguments.option("-o", request_path_, "PATH",
                     "the file, or the new folder of a format of several files;\n"
                     "without it, one file is written on the output");
    arguments.flag("--names", request_.names, "names of things and relations instead of IRIs");
    arguments.flag("--named-only", request_.named_only,
                   "facts between two things that have names of their own");
    arguments.option("--min-confidence", least_, "X", "facts that are at least so sure, 0 to 1");
    arguments.flag("--quiet", quiet_, "no closing line");
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
    arguments.footer(
        "Each fact comes with its document, sentence, page and confidence.\n"
        "Example: dossier export kb --format graphml --named-only -o people.graphml\n"
        "Example: dossier export kb --format neo4j -o tables");
  }

  ExitStatus run(Console& console) override {
    if (!format_) throw Error(ErrorCode::usage, "say which format: --format " + names());
    request_.format = *format_;
    if (request_path_) request_.path = *request_path_;
    if (request_path_ && request_.path.empty())
      throw Error(ErrorCode::usage, "-o: the name of the file is empty");
    if (least_) request_.min_confidence = share(*least_);
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    PrintableStream cleaned(console.out);
    const std::string written =
        export_knowledge(kb, request_, console.out_is_terminal ? cleaned : console.out,
                         {.cancellation = console.cancellation});
    if (!quiet_ && request_path_)
      console.err << fmt::format("{} written to {}\n", written, request_.path);
    return ExitStatus::done;
  }

 private:
  static double share(const std::string& text) {
    double value = 0;
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (error == std::errc{} && end == last && value >= 0 && value <= 1) return value;
    throw Error(ErrorCode::usage, "--min-confidence: \"" + text + "\" is no number from 0 to 1");
  }

  static std::string names() {
    std::string out;
    for (const ExportFormat& format : exporting::export_formats())
      out += (out.empty() ? "" : " | ") + std::string(format.name);
    return out;
  }

  std::string path_;
  exporting::ExportRequest request_;
  std::optional<std::string> format_, request_path_, least_;
  bool quiet_ = false;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace dossier::repl
