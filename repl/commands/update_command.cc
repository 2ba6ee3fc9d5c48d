// SPDX-License-Identifier: Apache-2.0
// dossier update: one update request, one transaction.

#include <fmt/format.h>

#include "repl/commands/make_commands.h"
#include "repl/input/query_arguments.h"
#include "repl/process/counting.h"
#include "repl/process/text_file.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/said_news.h"

namespace dossier::repl {
namespace {

class UpdateCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base; created if it does not exist");
    request_.declare(arguments);
    request_.declare_limits(arguments);
    arguments.flag("--quiet", quiet_, "print nothing on success");
  }

  ExitStatus run(Console& console) override {
    request_.check();
    RequestText request = request_.text(console);
    KnowledgeBase kb = open_database(path_, OpenMode::create, request_.cache_bytes());
    const Stopwatch watch;
    UpdateReport report;
    in_file(request.file, [&] {
      const BoundQuery bound =
          kb.bind_update(request.text, request_.values(request.text), request_.options(console));
      request.text = {};  // a long text need not be there twice
      report = kb.update(bound.text, bound.options);
    });
    if (!quiet_) {
      console.err << fmt::format("{} inserted, {} deleted in {}\n",
                                 counted(report.inserted, "quad"), grouped(report.erased),
                                 time_text(watch.elapsed()));
      say_news(kb, console);
    }
    return ExitStatus::done;
  }

 private:
  std::string path_;
  RequestArguments request_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_update_command() { return std::make_unique<UpdateCommand>(); }

}  // namespace dossier::repl
