// SPDX-License-Identifier: Apache-2.0
// dossier extract: what would be stored of documents, without a store.

#include <fmt/format.h>

#include "dossier/extract.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/process/text_file.h"
#include "repl/tasks/extract_service.h"
#include "repl/tasks/ingest_files.h"
#include "repl/tasks/stage_times.h"

namespace dossier::repl {
namespace {

class ExtractCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.optional_list("PATH", paths_, documents_help());
    arguments.option("--format", format_, "F",
                     "conllu: tokens, tags, trees and names; openie: tuples; "
                     "nquads, json: what would be stored");
    arguments.flag("--trace", trace_, "each sentence with its facts and the rules that made them");
    arguments.option("--rules", rules_, "DIR",
                     "more rules (*.rq); a rule with the name of a built-in one replaces it");
    arguments.flag("--one-per-line", one_per_line_, "openie: each line is one sentence");
    arguments.flag("--retag", retag_, "CoNLL-U input: keep its tokens, redo all other annotation");
    arguments.option("--document-timeout", document_timeout_, "TIME",
                     "processor time for each document, as 90s or 10m (default: 5m)");
    arguments.flag("--ocr", ocr_, "read scanned pages of PDF files with the program tesseract");
    arguments.flag("--fast", fast_, "read without the reading model: faster, and less is found");
    arguments.flag("--profile", profile_, "show the processor time of each stage at the end");
    arguments.flag("--recursive", recursive_, "also read the folders inside folders");
    arguments.flag("--serve", serve_,
                   "no PATH: documents on standard input, facts on standard output, in the\n"
                   "frames that docs/worker.md describes");
  }

  void check_options() const {
    const std::string format = format_.value_or("conllu");
    if (format != "conllu" && format != "openie" && format != "nquads" && format != "json") {
      throw Error(
          ErrorCode::usage,
          fmt::format("no such format: {}; there are conllu, openie, nquads and json", format));
    }
    if (serve_ && (!paths_.empty() || format_ || trace_ || retag_ || one_per_line_ || profile_))
      throw Error(ErrorCode::usage,
                  "--serve takes its documents from standard input, and their format from each "
                  "request: leave PATH and the options of formats out");
    if (!serve_ && paths_.empty()) throw Error(ErrorCode::usage, "PATH is required");
    if (one_per_line_ && format != "openie")
      throw Error(ErrorCode::usage, "--one-per-line goes with --format openie");
    if (trace_ && format_)
      throw Error(ErrorCode::usage, "--trace is a form of its own: leave --format out");
    if (rules_ && !wants_facts() && !serve_)
      throw Error(ErrorCode::usage, "--rules goes with --trace and --format nquads or json");
  }

  bool wants_facts() const { return trace_ || format_ == "nquads" || format_ == "json"; }

  FactFormat fact_format() const {
    if (trace_) return FactFormat::trace;
    return format_ == "json" ? FactFormat::json : FactFormat::nquads;
  }

  void write(const std::string& file, const IngestOptions& options, std::ostream& out) const {
    if (wants_facts())
      write_document_facts(file, fact_format(), out, options);
    else if (format_ == "openie")
      write_open_facts(file, one_per_line_, out, options);
    else
      annotate(file, retag_, out, options);
  }

  void write_input(Console& console, const IngestOptions& options) const {
    const std::string bytes = read_input(console, kLargestDocument);
    const std::string name(kInputName);
    if (wants_facts())
      write_document_facts_of_text(bytes, name, fact_format(), console.out, options);
    else if (format_ == "openie")
      write_open_facts_of_text(bytes, name, one_per_line_, console.out, options);
    else
      annotate_text(bytes, name, retag_, console.out, options);
  }

  ExitStatus run(Console& console) override {
    check_options();
    IngestOptions options;
    if (rules_) options.rules = Rules::with_folder(*rules_);
    options.cancellation = console.cancellation;
    options.recognize_scans = ocr_;
    options.fast = fast_;
    if (document_timeout_)
      options.processor_time = parse_duration("--document-timeout", *document_timeout_);
    if (profile_) options.profile = std::make_shared<IngestProfile>();
    if (serve_) {
      serve_extraction(console, options);
      return ExitStatus::done;
    }
    const DocumentPaths paths = document_paths(paths_, {.recursive = recursive_});
    bool failed = report_problems(paths, console) > 0;
    for (const IngestSource& source : paths.files) {
      const std::string& file = source.path;
      if (console.cancellation.cancelled()) throw Error(ErrorCode::cancelled, "interrupted");
      const auto work = [&] {
        file == "-" ? write_input(console, options) : write(file, options, console.out);
      };
      failed = !read_or_report(console, file, work) || failed;
    }
    if (profile_) print_stage_times(*options.profile, console);
    return failed ? ExitStatus::failed : ExitStatus::done;
  }

 private:
  std::vector<std::string> paths_;
  std::optional<std::string> format_;
  bool one_per_line_ = false;
  std::optional<std::string> rules_;
  std::optional<std::string> document_timeout_;
  bool trace_ = false;
  bool retag_ = false;
  bool ocr_ = false;
  bool fast_ = false;
  bool recursive_ = false;
  bool profile_ = false;
  bool serve_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace dossier::repl
