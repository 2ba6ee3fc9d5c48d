// SPDX-License-Identifier: Apache-2.0
// dossier save: keeps a query in the knowledge base.

#include <fmt/format.h>

#include "dossier/news.h"
#include "parser/sparql/parse.h"
#include "repl/commands/make_commands.h"
#include "repl/input/assignments.h"
#include "repl/input/statement_buffer.h"
#include "repl/process/text_file.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

class SaveCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.required("NAME", name_, "the query's name; a saved query of that name is replaced");
    arguments.option("-f", file_, "FILE", "the query, - for standard input");
    arguments.option("--description", description_, "TEXT",
                     "one line (default: the comment at the start of the file)");
    arguments.flag("--watch", watch_, "what it newly answers after each ingest and update is news");
    arguments.option_list("-p", parameters_, "NAME=TERM",
                          "with --watch: the value of a parameter (repeatable)");
    arguments.footer(
        "Saving a query of the same name without --watch ends the watch and drops its news.\n"
        "Example: dossier save kb visitors -f visitors.rq --watch");
  }

  ExitStatus run(Console& console) override {
    if (!file_) throw Error(ErrorCode::usage, "the query is missing: give -f FILE");
    const std::string text = without_final_semicolon(read_text(*file_, console));
    in_file(*file_, [&] { check(text); });
    if (!watch_ && !parameters_.empty())
      throw Error(ErrorCode::usage, "-p goes with --watch: a saved query is given values when run");
    const ParameterValues values = read_assignments(parameters_, text);
    KnowledgeBase kb = open_database(path_, OpenMode::existing);
    kb.save_query({name_, text, description_.value_or("")});
    if (watch_) {
      watch_query(kb, name_, values, {.cancellation = console.cancellation});
      console.err << fmt::format("saved {}; what it newly answers: dossier news {} {}\n", name_,
                                 path_, name_);
      return ExitStatus::done;
    }
    console.err << fmt::format("saved {}; run it with: dossier query {} {}\n", name_, path_, name_);
    return ExitStatus::done;
  }

 private:
  static void check(const std::string& text) {
    SparqlOptions options = syntax_options(predeclared_prefixes());
    for (const QueryParameter& parameter : declared_parameters(text)) {
      if (!parameter.list) options.parameters.push_back(parameter.name);
    }
    parse_query(text, options);
  }

  std::string path_;
  std::string name_;
  std::optional<std::string> file_;
  std::optional<std::string> description_;
  std::vector<std::string> parameters_;
  bool watch_ = false;
};

}  // namespace

std::unique_ptr<Command> make_save_command() { return std::make_unique<SaveCommand>(); }

}  // namespace dossier::repl
