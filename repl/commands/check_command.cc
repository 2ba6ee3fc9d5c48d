// SPDX-License-Identifier: Apache-2.0
// dossier check: reads everything and reports every fault.

#include <fmt/format.h>

#include "repl/commands/make_commands.h"
#include "repl/process/counting.h"
#include "repl/process/progress.h"
#include "repl/tasks/open_database.h"
#include "storage/store.h"

namespace dossier::repl {
namespace {

class CheckCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.flag("--quiet", quiet_, "no progress; faults only");
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
  }

  ExitStatus run(Console& console) override {
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    std::vector<Fault> faults;
    {
      Progress progress(console, "checking", quiet_);
      faults = kb.store().check(progress.callback());
    }
    for (const Fault& fault : faults) {
      console.out << fault.where << ": " << fault.what << '\n';
    }
    if (!faults.empty()) {
      throw Error(
          ErrorCode::storage,
          fmt::format("{} found in {}; unless a fault says what to do, restore a backup, or dump "
                      "what can be read",
                      counted(faults.size(), "fault"), path_));
    }
    if (!quiet_) {
      console.out << fmt::format("OK: {} checked\n",
                                 counted(kb.store().statistics().quads, "quad"));
    }
    return ExitStatus::done;
  }

 private:
  std::string path_;
  bool quiet_ = false;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace dossier::repl
