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
    arguments.option("--format", format_, "F", "conllu: tokens, tags, trees and names");
    arguments.flag("--retag", retag_, "CoNLL-U in: keep its tokens, make all else anew");
    arguments.flag("--recursive", recursive_, "folders of folders, too");
  }

  ExitStatus run(Console& console) override {
    if (format_.value_or("conllu") != "conllu") {
      throw Error(ErrorCode::usage,
                  fmt::format("no such format: {}; documents are written as conllu", *format_));
    }
    const DocumentPaths paths = document_paths(paths_, recursive_);
    bool failed = report_problems(paths, console) > 0;
    for (const std::string& file : paths.files) {
      if (console.cancellation.cancelled()) throw Error(ErrorCode::cancelled, "interrupted");
      failed =
          !read_or_report(console, file, [&] { annotate(file, retag_, console.out); }) || failed;
    }
    return failed ? ExitStatus::failed : ExitStatus::done;
  }

 private:
  std::vector<std::string> paths_;
  std::optional<std::string> format_;
  bool retag_ = false;
  bool recursive_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace dossier::repl
