// SPDX-License-Identifier: Apache-2.0
// dossier completion, dossier manual: the table of commands for shells and for man.

#include "dossier/error.h"
#include "repl/commands/make_commands.h"
#include "repl/reference/reference.h"

namespace dossier::repl {
namespace {

class CompletionCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("SHELL", shell_, "bash or zsh");
    arguments.footer("Example: source <(dossier completion bash)");
  }

  ExitStatus run(Console& console) override {
    if (shell_ != "bash" && shell_ != "zsh")
      throw Error(ErrorCode::usage, "there is no completion for " + shell_ + "; give bash or zsh");
    console.out << (shell_ == "bash" ? bash_completion() : zsh_completion());
    return ExitStatus::done;
  }

 private:
  std::string shell_;
};

class ManualCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.footer("Example: dossier manual | man -l -");
  }

  ExitStatus run(Console& console) override {
    console.out << man_page();
    return ExitStatus::done;
  }
};

}  // namespace

std::unique_ptr<Command> make_completion_command() { return std::make_unique<CompletionCommand>(); }
std::unique_ptr<Command> make_manual_command() { return std::make_unique<ManualCommand>(); }

}  // namespace dossier::repl
