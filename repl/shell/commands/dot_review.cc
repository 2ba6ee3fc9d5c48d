// SPDX-License-Identifier: Apache-2.0
// .review: what is doubtful, one after the other.

#include "repl/process/counting.h"
#include "repl/shell/commands/dot_judging.h"
#include "repl/shell/list.h"
#include "repl/tasks/decision_words.h"
#include "repl/tasks/proposal_cards.h"

namespace dossier::repl {
namespace {

bool is_table(const OutputFormat& mode) { return mode.name == "table" || mode.name == "wrapped"; }

constexpr std::string_view kUsage = ".review [KIND] | .review accept|decline ID... | .review undo";

CardStyle style_of(Session& session) {
  return {session.settings().color && session.shows(), session.layout().width, session.prefixes()};
}

void say(Session& session, const EntityDecision& made) {
  ++session.changes;
  session.console().err << with_number(made, session.prefixes()) << '\n';
}

/// What is typed to one proposal; false ends the review.
bool answer(Session& session, const Proposal& proposal) {
  const bool conflict = proposal.kind == Proposal::Kind::conflict;
  const std::string prompt = conflict ? "  y, n, o (the other one), s (skip), u (undo), q: "
                                      : "  y, n, s (skip), u (undo), q: ";
  for (std::string line;;) {
    if (session.lines->next(prompt, line) != LineSource::Status::line || line == "q") return false;
    if (line.empty() || line == "s") return true;
    if (line == "u") {
      ++session.changes;
      session.console().err << undo(session.kb(), "", session.prefixes()) << '\n';
      continue;
    }
    if (line == "y" || (line == "o" && conflict)) {
      say(session, accept_proposal(session.kb(), proposal, decision_time(), line == "o" ? 1 : 0));
      return true;
    }
    if (line == "n") {
      say(session, decline_proposal(session.kb(), proposal, decision_time()));
      return true;
    }
    session.console().err << "write y to do it, n to decline it for good, s to leave it\n";
  }
}

/// One decision can make the next proposal void.
void ask_each(Session& session, const ReviewRequest& request) {
  std::size_t shown = 0;
  for (const Proposal& one : review(session.kb(), request, session.options(""))) {
    if (!still_stands(session.kb(), one)) continue;
    write_proposal(session.out(), one, style_of(session));
    session.out().flush();
    ++shown;
    if (!answer(session, one)) return;
  }
  session.out() << (shown == 0 ? "nothing to review\n" : "that was all\n");
}

void show_all(Session& session, const ReviewRequest& request) {
  const std::vector<Proposal> proposals = review(session.kb(), request, session.options(""));
  if (!session.shows() || !is_table(session.settings().mode)) {
    show_list(session, proposal_list(proposals), "proposal", "proposals");
    return;
  }
  session.paged([&] {
    for (const Proposal& one : proposals) {
      write_proposal(session.out(), one, style_of(session));
      session.out() << '\n';
    }
    session.out() << counted(proposals.size(), "proposal") << '\n';
  });
}

void decide(Session& session, const std::vector<std::string>& words) {
  const bool accepts = words.front() == "accept";
  for (auto id = words.begin() + 1; id != words.end(); ++id) {
    const Proposal proposal = proposal_named(session.kb(), *id, {});
    say(session, accepts ? accept_proposal(session.kb(), proposal, decision_time())
                         : decline_proposal(session.kb(), proposal, decision_time()));
  }
}

}  // namespace

void shell_review(Session& session, const ShellArguments& arguments) {
  const std::vector<std::string>& words = arguments.words;
  if (words.size() > 1 && (words[0] == "accept" || words[0] == "decline")) {
    decide(session, words);
    return;
  }
  if (!words.empty() && words[0] == "undo" && words.size() <= 2) {
    ++session.changes;
    session.console().err << undo(session.kb(), words.size() == 2 ? words[1] : "",
                                  session.prefixes())
                          << '\n';
    return;
  }
  arguments.require(words.size() <= 1, kUsage);
  ReviewRequest request;
  if (!words.empty()) request.kind = parse_proposal_kind(words[0]);
  const bool can_ask = session.lines != nullptr && session.lines->interactive() &&
                       session.shows() && !session.settings().read_only;
  can_ask ? ask_each(session, request) : show_all(session, request);
}

}  // namespace dossier::repl
