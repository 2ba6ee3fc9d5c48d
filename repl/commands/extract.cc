// dossier extract: what would be stored of documents, without a store.

#include <fmt/format.h>

#include "extract/annotate.h"
#include "repl/commands/make.h"
#include "repl/ingest_files.h"

namespace dossier::repl {
namespace {

class ExtractCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required_list("PATH", paths_, std::string(kDocumentsHelp));
    arguments.option("--format", format_, "F",
                     "conllu: tokens, tags, trees and names; openie: tuples");
    arguments.flag("--one-per-line", one_per_line_, "openie: each line is one sentence");
    arguments.flag("--retag", retag_, "CoNLL-U in: keep its tokens, make all else anew");
    arguments.flag("--recursive", recursive_, "folders of folders, too");
  }

  void check_format() const {
    if (format_.value_or("conllu") == "conllu") {
      if (one_per_line_) throw Error(ErrorCode::usage, "--one-per-line goes with --format openie");
    } else if (*format_ != "openie") {
      throw Error(ErrorCode::usage,
                  fmt::format("no such format: {}; there are conllu and openie", *format_));
    }
  }

  void write(const std::string& file, std::ostream& out) const {
    if (format_ == "openie")
      write_open_facts(file, one_per_line_, out);
    else
      annotate(file, retag_, out);
  }

  ExitStatus run(Console& console) override {
    check_format();
    const DocumentPaths paths = document_paths(paths_, recursive_);
    bool failed = report_problems(paths, console) > 0;
    for (const std::string& file : paths.files) {
      if (console.cancellation.cancelled()) throw Error(ErrorCode::cancelled, "interrupted");
      failed = !read_or_report(console, file, [&] { write(file, console.out); }) || failed;
    }
    return failed ? ExitStatus::failed : ExitStatus::done;
  }

 private:
  std::vector<std::string> paths_;
  std::optional<std::string> format_;
  bool one_per_line_ = false;
  bool retag_ = false;
  bool recursive_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace dossier::repl
