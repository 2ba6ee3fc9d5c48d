// SPDX-License-Identifier: Apache-2.0
// dossier ask: a question in plain English.

#include <fmt/format.h>

#include "dossier/ask.h"
#include "dossier/error.h"
#include "engine/saved/name_resolution.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/process/colors.h"
#include "repl/tasks/answer_cards.h"
#include "repl/tasks/text_index.h"

namespace dossier::repl {
namespace {

class AskCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.required_list("QUESTION", words_, "the question, in quotes or not");
    arguments.option("--choice", choice_, "N",
                     "what a name that several things have means: the number of the list");
    arguments.option("--limit", limit_, "N", "maximum number of answers (default: 20)");
    arguments.option("--format", format_, "FORMAT", "text or json (default: text)");
    arguments.flag("--read-only", read_only_, "never completes the text index");
    arguments.footer(
        "Who, what, where, when, how many, how much, which, whether: each answer has its "
        "sentence.\n"
        "What no fact answers is not guessed: the best sentences are shown as text.\n"
        "Example: dossier ask kb \"Who visited Kampala in 2024?\"\n"
        "Example: dossier ask kb \"What did Ada Brandt say about the harbour?\" --format json");
  }

  ExitStatus run(Console& console) override {
    const bool json = format_ == "json";
    if (format_ && !json && *format_ != "text")
      throw Error(ErrorCode::usage, "the format of answers is text or json");
    const KnowledgeBase kb = open_searchable(path_, read_only_, console);
    AskRequest request{fmt::format("{}", fmt::join(words_, " ")), {}};
    if (limit_) request.most = parse_count("--limit", *limit_);
    const QueryOptions options{.cancellation = console.cancellation};
    Answers answers = ask(kb, request, options);
    if (choice_ && !answers.ambiguous.empty()) answers = chosen(kb, request, answers, options);
    if (json) {
      console.out << to_json(answers) << '\n';
    } else {
      write_answers(console.out, answers,
                    {out_in_color(console), console.width(), predeclared_prefixes()});
      if (!answers.ambiguous.empty()) console.err << "write the name in full, or add --choice N\n";
    }
    return ExitStatus::done;
  }

 private:
  Answers chosen(const KnowledgeBase& kb, AskRequest& request, const Answers& answers,
                 const QueryOptions& options) const {
    const AmbiguousName& name = answers.ambiguous.front();
    const std::uint64_t number = parse_count("--choice", *choice_);
    if (number == 0 || number > name.candidates.size())
      throw Error(ErrorCode::usage, "--choice is a number of the list: 1 to " +
                                        std::to_string(name.candidates.size()));
    request.choices.emplace(name.name, name.candidates[number - 1].entity);
    return ask(kb, request, options);
  }

  std::string path_;
  std::vector<std::string> words_;
  std::optional<std::string> choice_, limit_, format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_ask_command() { return std::make_unique<AskCommand>(); }

}  // namespace dossier::repl
