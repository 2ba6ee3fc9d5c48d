// SPDX-License-Identifier: Apache-2.0
// dossier entity: what an entity is known by, and what people decide about it.

#include "repl/commands/make_commands.h"
#include "repl/tasks/apply_request.h"
#include "repl/tasks/entity_request.h"

namespace dossier::repl {
namespace {

class EntityCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.required("ACTION", request_.verb, "show, merge, split, rename, undo or decisions");
    arguments.optional("ENTITY", first_, "a term or the name of one thing; undo: the number");
    arguments.optional(
        "OTHER", second_,
        "merge: the entity that is merged into it; split: the name;\nrename: the new name");
    arguments.option("--document", request_.document, "DOC",
                     "split: take out what this document says");
    format_.declare(arguments);
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
    arguments.footer(
        "show ENTITY                    its names, its mentions with the rule for each, its "
        "decisions\n"
        "merge ENTITY OTHER             OTHER becomes one thing with ENTITY\n"
        "split ENTITY NAME              moves the mentions with this name to a new entity\n"
        "split ENTITY --document DOC    moves one document's mentions to a new entity\n"
        "rename ENTITY NAME             calls it NAME; what it was called becomes another name\n"
        "undo [NUMBER]                  reverts a decision (default: the last one)\n"
        "decisions                      lists the decisions\n"
        "Decisions also apply to documents that are ingested later.\n"
        "Example: dossier entity kb merge \"Ada Brandt\" \"A. Brandt\"");
  }

  ExitStatus run(Console& console) override {
    for (const std::string* word : {&first_, &second_})
      if (!word->empty()) request_.words.push_back(*word);
    return apply_request(request_, path_, format_, console);
  }

 private:
  std::string path_;
  EntityRequest request_;
  std::string first_;
  std::string second_;
  ListFormat format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_entity_command() { return std::make_unique<EntityCommand>(); }

}  // namespace dossier::repl
