// dossier saved: the queries kept in the knowledge base.

#include "repl/commands/make.h"
#include "repl/database.h"
#include "repl/saved_queries.h"

namespace dossier::repl {
namespace {

class SavedCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    format_.declare(arguments);
    arguments.flag("--read-only", read_only_, "beside another process that writes");
  }

  ExitStatus run(Console& console) override {
    const OutputFormat format = format_.format(console);
    const KnowledgeBase kb = open_database(
        path_, read_only_ ? storage::OpenMode::read_only : storage::OpenMode::existing);
    write_list(saved_query_list(kb), format, console);
    return ExitStatus::done;
  }

 private:
  std::string path_;
  ListFormat format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_saved_command() { return std::make_unique<SavedCommand>(); }

}  // namespace dossier::repl
