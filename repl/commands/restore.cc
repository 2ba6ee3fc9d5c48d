// dossier restore: a backup becomes a knowledge base again.

#include <fmt/format.h>

#include "repl/commands/make.h"
#include "repl/counting.h"
#include "storage/store.h"

namespace dossier::repl {
namespace {

class RestoreCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base to make; must not exist yet");
    arguments.required("DIR", directory_, "the folder of the backup");
    arguments.flag("--quiet", quiet_, "say nothing when it went well");
  }

  ExitStatus run(Console& console) override {
    const Stopwatch watch;
    storage::Store::restore(directory_, path_);
    if (!quiet_) {
      console.err << fmt::format("restored {} from {} in {}\n", path_, directory_,
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

std::unique_ptr<Command> make_restore_command() { return std::make_unique<RestoreCommand>(); }

}  // namespace dossier::repl
