// SPDX-License-Identifier: Apache-2.0
// dossier backup: a copy to restore from; a second one into the same folder adds what changed.
// dossier restore: a backup becomes a knowledge base again.

#include <fmt/format.h>

#include "repl/commands/make_commands.h"
#include "repl/process/counting.h"
#include "repl/tasks/open_database.h"
#include "storage/store.h"

namespace dossier::repl {
namespace {

struct Copy {
  const char* database;  ///< what DB is, for the help
  void (*make)(const std::string& database, const std::string& directory);
  std::string (*done)(const std::string& database, const std::string& directory);
};

void back_up(const std::string& database, const std::string& directory) {
  open_database(database, OpenMode::existing).store().backup(directory);
}

void restore(const std::string& database, const std::string& directory) {
  storage::Store::restore(directory, database);
}

const Copy kBackup{"the knowledge base", back_up,
                   [](const std::string& database, const std::string& directory) {
                     return fmt::format("backed up {} to {}", database, directory);
                   }};
const Copy kRestore{"the knowledge base to make; must not exist yet", restore,
                    [](const std::string& database, const std::string& directory) {
                      return fmt::format("restored {} from {}", database, directory);
                    }};

class CopyCommand : public Command {
 public:
  explicit CopyCommand(const Copy& copy) : copy_(copy) {}

  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, copy_.database);
    arguments.required("DIR", directory_, "the folder of the backup");
    arguments.flag("--quiet", quiet_, "print nothing on success");
  }

  ExitStatus run(Console& console) override {
    const Stopwatch watch;
    copy_.make(path_, directory_);
    if (!quiet_) {
      console.err << fmt::format("{} in {}\n", copy_.done(path_, directory_),
                                 time_text(watch.elapsed()));
    }
    return ExitStatus::done;
  }

 private:
  const Copy& copy_;
  std::string path_;
  std::string directory_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_backup_command() { return std::make_unique<CopyCommand>(kBackup); }
std::unique_ptr<Command> make_restore_command() { return std::make_unique<CopyCommand>(kRestore); }

}  // namespace dossier::repl
