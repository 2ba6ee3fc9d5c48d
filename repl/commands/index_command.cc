// SPDX-License-Identifier: Apache-2.0
// dossier index: puts every text into the text index.

#include "dossier/text_index.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/process/counting.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/text_index.h"

namespace dossier::repl {
namespace {

class IndexCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.option_list("--add", predicates_, "IRI",
                          "index the texts of this property from now on, too (repeatable)");
    arguments.flag("--quiet", quiet_, "no progress and no summary");
    arguments.footer(
        "ingest, update and small loads index the texts they add. Needed after a large load and "
        "for\n"
        "a knowledge base of an older version; the first 'dossier find' does it by itself.\n"
        "Example: dossier index kb --add schema:text");
  }

  ExitStatus run(Console& console) override {
    std::vector<std::string> predicates;
    for (const std::string& text : predicates_)
      predicates.push_back(iri_argument("--add", text, predeclared_prefixes()).value());
    KnowledgeBase kb = open_database(path_, OpenMode::existing);
    index_texts(kb, predicates, quiet_, console);
    if (!quiet_) console.err << "indexed " << counted(text_index_state(kb).texts, "text") << '\n';
    return ExitStatus::done;
  }

 private:
  std::string path_;
  std::vector<std::string> predicates_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_index_command() { return std::make_unique<IndexCommand>(); }

}  // namespace dossier::repl
