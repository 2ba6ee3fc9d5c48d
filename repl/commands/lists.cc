// dossier docs and dossier saved: what the knowledge base keeps, as one list.

#include "repl/commands/make.h"
#include "repl/database.h"
#include "repl/document_list.h"
#include "repl/saved_queries.h"

namespace dossier::repl {
namespace {

/// Prints the list that `List` makes of a knowledge base.
template <auto List>
class ListCommand : public Command {
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
    write_list(List(kb), format, console);
    return ExitStatus::done;
  }

 private:
  std::string path_;
  ListFormat format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_docs_command() {
  return std::make_unique<ListCommand<document_list>>();
}

std::unique_ptr<Command> make_saved_command() {
  return std::make_unique<ListCommand<saved_query_list>>();
}

}  // namespace dossier::repl
