// SPDX-License-Identifier: Apache-2.0
// dossier save: keeps a query in the knowledge base.

#include <fmt/format.h>

#include "parser/sparql/parse.h"
#include "repl/commands/make_commands.h"
#include "repl/input/parameters.h"
#include "repl/process/text_file.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/saved_queries.h"

namespace dossier::repl {
namespace {

class SaveCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.required("NAME", name_, "what to call it; the query of that name is replaced");
    arguments.option("-f", file_, "FILE", "the query, - for standard input");
    arguments.option("--description", description_, "TEXT",
                     "one line; else the comment at the start of the file");
  }

  ExitStatus run(Console& console) override {
    if (!file_) throw Error(ErrorCode::usage, "what to save is missing: -f FILE");
    const std::string text = read_text(*file_, console);
    SparqlOptions options = syntax_options(predeclared_prefixes());
    for (const ParameterDeclaration& declared : declared_parameters(text)) {
      options.parameters.push_back(declared.name);
    }
    in_file(*file_, [&] { parse_query(text, options); });
    KnowledgeBase kb = open_database(path_, OpenMode::existing);
    save_query(kb, name_, text, description_);
    console.err << fmt::format("saved {}; run it with: dossier query {} {}\n", name_, path_, name_);
    return ExitStatus::done;
  }

 private:
  std::string path_;
  std::string name_;
  std::optional<std::string> file_;
  std::optional<std::string> description_;
};

}  // namespace

std::unique_ptr<Command> make_save_command() { return std::make_unique<SaveCommand>(); }

}  // namespace dossier::repl
