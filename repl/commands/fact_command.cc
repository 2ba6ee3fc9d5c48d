// SPDX-License-Identifier: Apache-2.0
// dossier fact: how a fact was read, and whether it is one.

#include "repl/commands/make_review_commands.h"
#include "repl/tasks/apply_request.h"
#include "repl/tasks/fact_request.h"

namespace dossier::repl {
namespace {

class FactCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.required("ACTION", request_.verb, "show, reject, restore or rejected");
    arguments.optional_list("FACT", request_.facts, "its IRI, as doc:report#f3");
    format_.declare(arguments);
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
    arguments.footer(
        "show FACT          what it says, its sentence, and how it was read\n"
        "reject FACT...     takes it out: it is no longer asserted, shown or counted\n"
        "restore FACT...    puts it back\n"
        "rejected           lists the rejected facts\n"
        "A rejected fact stays rejected when its document is ingested again.\n"
        "dossier entity DB undo NUMBER reverts a rejection, too.\n"
        "Example: dossier fact kb reject doc:report#f3");
  }

  ExitStatus run(Console& console) override {
    return apply_request(request_, path_, format_, console);
  }

 private:
  std::string path_;
  FactRequest request_;
  ListFormat format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_fact_command() { return std::make_unique<FactCommand>(); }

}  // namespace dossier::repl
