// SPDX-License-Identifier: Apache-2.0
// dossier forget: drops a document and everything read from it.

#include "dossier/ingest.h"
#include "engine/results/short_names.h"
#include "repl/commands/make_commands.h"
#include "repl/tasks/document_list.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/said_news.h"

namespace dossier::repl {
namespace {

class ForgetCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.required("DOC", document_, "doc:NAME, its NAME, its file name or its headline");
  }

  ExitStatus run(Console& console) override {
    KnowledgeBase kb = open_database(path_, OpenMode::existing);
    const Prefixes prefixes = predeclared_prefixes();
    const Term document = resolve_document(kb, document_, prefixes);
    forget(kb, document);
    console.err << "forgot " << short_text(document, prefixes) << '\n';
    say_news(kb, console);
    return ExitStatus::done;
  }

 private:
  std::string path_;
  std::string document_;
};

}  // namespace

std::unique_ptr<Command> make_forget_command() { return std::make_unique<ForgetCommand>(); }

}  // namespace dossier::repl
