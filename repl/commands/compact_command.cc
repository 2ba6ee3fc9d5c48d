// SPDX-License-Identifier: Apache-2.0
// dossier compact: folds all changes into blocks and packs the files.

#include <fmt/format.h>

#include "repl/commands/make_commands.h"
#include "repl/process/counting.h"
#include "repl/process/progress.h"
#include "repl/tasks/open_database.h"
#include "storage/store.h"

namespace dossier::repl {
namespace {

class CompactCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.flag("--quiet", quiet_, "no progress and no summary");
  }

  ExitStatus run(Console& console) override {
    KnowledgeBase kb = open_database(path_, OpenMode::existing);
    const std::uint64_t before = kb.store().statistics().disk_bytes;
    {
      Progress progress(console, "compacting", quiet_);
      kb.store().compact(progress.callback());
    }
    if (!quiet_) {
      console.err << fmt::format("{} before, {} after\n", size_text(before),
                                 size_text(kb.store().statistics().disk_bytes));
    }
    return ExitStatus::done;
  }

 private:
  std::string path_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_compact_command() { return std::make_unique<CompactCommand>(); }

}  // namespace dossier::repl
