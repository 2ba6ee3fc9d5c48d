// SPDX-License-Identifier: Apache-2.0
// dossier conflicts: contradictions between documents.

#include <memory>

#include "desk/views/names.h"
#include "dossier/conflicts.h"
#include "repl/commands/make_commands.h"
#include "repl/process/colors.h"
#include "repl/process/text_file.h"
#include "repl/tasks/conflict_cards.h"
#include "repl/tasks/conflict_list.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

class ConflictsCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.option("--relations", relations_, "FILE.ttl",
                     "more single-valued relations, as\n"
                     "r:mayor_of k:singleSubject k:atATime .");
    format_.declare(arguments);
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
    arguments.footer(
        "values    two objects of a relation that has one\n"
        "subjects  two subjects of a relation that has one\n"
        "times     two times for something that happens once\n"
        "amounts   two numbers of what is counted once\n"
        "denied    stated by one sentence and denied by another\n"
        "Triples of the knowledge base can declare more such relations:\n"
        "k:singleValued, k:singleSubject, k:singleTime or k:singleAmount, with k:always or\n"
        "k:atATime.");
  }

  ExitStatus run(Console& console) override {
    const OutputFormat format = format_.format(console);
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    if (!relations_) {
      write(kb, "", format, console);
      return ExitStatus::done;
    }
    const std::string relations = read_text(*relations_, console);
    in_file(*relations_, [&] { write(kb, relations, format, console); });
    return ExitStatus::done;
  }

 private:
  /// A table has a column for everything; who looks at a screen gets the two sentences.
  static void write(const KnowledgeBase& kb, const std::string& relations,
                    const OutputFormat& format, Console& console) {
    if (!console.out_is_terminal || format.name != "table")
      return write_list(conflict_list(kb, relations), format, console);
    write_conflicts(console.out, conflicts(kb, relations),
                    {.color = out_in_color(console),
                     .width = console.width(),
                     .prefixes = predeclared_prefixes(),
                     .name = [namer = std::make_shared<Namer>(kb)](const Term& term) {
                       return namer->label(term);
                     }});
  }

  std::string path_;
  std::optional<std::string> relations_;
  ListFormat format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_conflicts_command() { return std::make_unique<ConflictsCommand>(); }

}  // namespace dossier::repl
