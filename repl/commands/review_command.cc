// SPDX-License-Identifier: Apache-2.0
// dossier review: what is doubtful, to accept or decline.

#include "dossier/error.h"
#include "repl/commands/make_review_commands.h"
#include "repl/input/option_values.h"
#include "repl/process/colors.h"
#include "repl/process/counting.h"
#include "repl/tasks/decision_words.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/proposal_cards.h"
#include "repl/tasks/said_news.h"

namespace dossier::repl {
namespace {

class ReviewCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.optional("ACTION", action_, "list (default), accept, decline or undo");
    arguments.optional_list("ID", ids_, "of proposals; undo: the number of a decision");
    arguments.option("--kind", kind_, "KIND", "only these: duplicate label conflict fact");
    arguments.option("--limit", limit_, "N", "at most N of each kind (default: 50)");
    arguments.option("--doubt", doubt_, "PERCENT",
                     "facts with less confidence are doubtful (default: 50)");
    arguments.flag("--other", other_, "accept a conflict: reject the other fact");
    arguments.option("--format", format_, "FORMAT",
                     "rows instead of text: table json xml csv tsv jsonlines markdown line");
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
    arguments.footer(
        "list             proposals with reasons and sentences\n"
        "accept ID...     does what is proposed\n"
        "decline ID...    remembers that it is not wanted\n"
        "undo [NUMBER]    reverts a decision (default: the last one)\n"
        "duplicate    two names that may mean one thing: merge them\n"
        "label        a thing that a later document named otherwise: take the first name\n"
        "conflict     two facts that cannot both be so: reject the weaker one\n"
        "fact         a fact read with little confidence: reject it\n"
        "An ID stays the same as long as what it is about is there.\n"
        "Example: dossier review kb --kind duplicate\n"
        "Example: dossier review kb accept d4c81f0a2");
  }

  ExitStatus run(Console& console) override {
    ReviewRequest request;
    if (kind_) request.kind = parse_proposal_kind(*kind_);
    if (limit_) request.most = parse_count("--limit", *limit_);
    if (doubt_) request.doubt = doubt_limit();
    if (action_.empty() || action_ == "list") return list(request, console);
    if (action_ != "accept" && action_ != "decline" && action_ != "undo")
      throw Error(ErrorCode::usage,
                  "\"" + action_ + "\" is no action: write list, accept, decline or undo");
    if (action_ != "undo" && ids_.empty())
      throw Error(ErrorCode::usage, "say which: dossier review DB " + action_ + " ID...");
    return decide(request, console);
  }

 private:
  double doubt_limit() const {
    constexpr std::uint64_t kAll = 100;
    const std::uint64_t percent = parse_count("--doubt", *doubt_);
    if (percent > kAll) throw Error(ErrorCode::usage, "--doubt is between 0 and 100");
    return static_cast<double>(percent) / static_cast<double>(kAll);
  }

  ExitStatus list(const ReviewRequest& request, Console& console) const {
    std::optional<OutputFormat> format;
    if (format_) format = parse_output_format(*format_);
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    const std::vector<Proposal> proposals =
        review(kb, request, {.cancellation = console.cancellation});
    if (format) {
      write_list(proposal_list(proposals), *format, console);
      return ExitStatus::done;
    }
    const CardStyle style{out_in_color(console), console.width(), predeclared_prefixes()};
    for (const Proposal& one : proposals) {
      write_proposal(console.out, one, style);
      console.out << '\n';
    }
    console.out << (proposals.empty() ? "nothing to review" : counted(proposals.size(), "proposal"))
                << '\n';
    return ExitStatus::done;
  }

  ExitStatus decide(const ReviewRequest& request, Console& console) const {
    const Prefixes prefixes = predeclared_prefixes();
    KnowledgeBase kb = open_database(path_, OpenMode::existing);
    if (action_ == "undo") {
      console.err << undo(kb, ids_.empty() ? "" : ids_.front(), prefixes) << '\n';
    } else {
      for (const std::string& id : ids_) {
        const Proposal proposal = proposal_named(kb, id, request);
        const EntityDecision made =
            action_ == "accept" ? accept_proposal(kb, proposal, decision_time(), other_ ? 1 : 0)
                                : decline_proposal(kb, proposal, decision_time());
        console.err << with_number(made, prefixes) << '\n';
      }
    }
    say_news(kb, console);
    return ExitStatus::done;
  }

  std::string path_, action_;
  std::vector<std::string> ids_;
  std::optional<std::string> kind_, limit_, doubt_, format_;
  bool other_ = false;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_review_command() { return std::make_unique<ReviewCommand>(); }

}  // namespace dossier::repl
