// SPDX-License-Identifier: Apache-2.0
// dossier why: the sentences behind a fact.

#include <fmt/format.h>

#include "dossier/evidence.h"
#include "repl/commands/make_commands.h"
#include "repl/input/fact_argument.h"
#include "repl/input/option_values.h"
#include "repl/process/colors.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/evidence_list.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

class WhyCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.required("SUBJECT", subject_, "a term, the exact name of one thing, or '?' or any");
    arguments.optional(
        "PREDICATE", predicate_,
        "a term such as r:visit, its label, any, or a family:\ngive go meet own say sign");
    arguments.optional("OBJECT", object_, "as SUBJECT; what is left out is any");
    arguments.option("--format", format_, "FORMAT",
                     "rows instead of text: table json xml csv tsv jsonlines markdown line");
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
    arguments.footer("Example: dossier why kb \"Ada Brandt\" r:visit Oslo");
  }

  ExitStatus run(Console& console) override {
    std::optional<OutputFormat> format;
    if (format_) format = parse_output_format(*format_);
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    const Prefixes prefixes = predeclared_prefixes();
    const std::vector<Evidence> evidence = evidence_for(
        kb, resolve_facts(kb, {subject_, predicate_, object_}, prefixes, console.err), prefixes);
    if (format) {
      write_list(evidence_list(evidence), *format, console);
      return ExitStatus::done;
    }
    write_evidence(console.out, evidence, {out_in_color(console), console.width(), prefixes});
    return ExitStatus::done;
  }

 private:
  std::string path_;
  std::string subject_;
  std::string predicate_ = "any";
  std::string object_ = "any";
  std::optional<std::string> format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_why_command() { return std::make_unique<WhyCommand>(); }

}  // namespace dossier::repl
