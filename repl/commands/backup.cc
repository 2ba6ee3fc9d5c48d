// dossier backup: a copy to restore from; a second one into the same folder adds what changed.

#include <fmt/format.h>

#include "repl/commands/make.h"
#include "repl/counting.h"
#include "repl/database.h"

namespace dossier::repl {
namespace {

class BackupCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.required("DIR", directory_, "the folder of the backup");
    arguments.flag("--quiet", quiet_, "say nothing when it went well");
  }

  ExitStatus run(Console& console) override {
    const KnowledgeBase kb = open_database(path_, storage::OpenMode::existing);
    const Stopwatch watch;
    kb.store().backup(directory_);
    if (!quiet_) {
      console.err << fmt::format("backed up {} to {} in {}\n", path_, directory_,
                                 time_text(watch.elapsed()));
    }
    return ExitStatus::done;
  }

 private:
  std::string path_;
  std::string directory_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_backup_command() { return std::make_unique<BackupCommand>(); }

}  // namespace dossier::repl
