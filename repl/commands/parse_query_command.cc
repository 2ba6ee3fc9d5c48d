// SPDX-License-Identifier: Apache-2.0
// dossier parse-query: only checks the syntax of a query or an update.

#include "parser/sparql/parse.h"
#include "repl/commands/make_commands.h"
#include "repl/process/text_file.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

class ParseQueryCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("FILE", file_, "the query, - for standard input");
    arguments.flag("--update", update_, "the file contains an update request");
    arguments.option("--base", base_, "IRI", "base of relative IRIs");
  }

  ExitStatus run(Console& console) override {
    const SparqlOptions options = syntax_options(predeclared_prefixes(), base_.value_or(""));
    const std::string text = read_text(file_, console);
    in_file(file_, [&] {
      if (update_) {
        parse_update(text, options);
      } else {
        parse_query(text, options);
      }
    });
    return ExitStatus::done;
  }

 private:
  std::string file_;
  bool update_ = false;
  std::optional<std::string> base_;
};

}  // namespace

std::unique_ptr<Command> make_parse_query_command() {
  return std::make_unique<ParseQueryCommand>();
}

}  // namespace dossier::repl
