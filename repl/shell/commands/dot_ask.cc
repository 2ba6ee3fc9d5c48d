// SPDX-License-Identifier: Apache-2.0
// .ask, and a line in plain English.

#include "dossier/ask.h"
#include "dossier/error.h"
#include "repl/input/option_values.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/tasks/answer_cards.h"
#include "repl/tasks/text_index.h"

namespace dossier::repl {
namespace {

CardStyle style_of(Session& session) {
  return {session.settings().color && session.shows(), session.layout().width, session.prefixes()};
}

/// Which of them a name means; none when nobody is there to be asked or nothing is typed.
std::optional<Term> choose(Session& session, const AmbiguousName& name) {
  write_ambiguous(session.out(), name, style_of(session));
  if (session.lines == nullptr || !session.lines->interactive()) return std::nullopt;
  session.out().flush();
  std::string line;
  if (session.lines->next("  number: ", line) != LineSource::Status::line || line.empty())
    return std::nullopt;
  const std::uint64_t number = parse_count("the number", line);
  if (number == 0 || number > name.candidates.size())
    throw Error(ErrorCode::usage, "the list has no number " + line);
  return name.candidates[number - 1].entity;
}

}  // namespace

void ask_question(Session& session, const std::string& question) {
  if (!session.settings().read_only && !has_whole_text_index(session.kb()))
    index_texts(session.kb(), {}, false, session.console());
  AskRequest request{.question = question, .before = session.asked()};
  Answers answers = ask(session.kb(), request, session.options(""));
  while (!answers.ambiguous.empty()) {
    const AmbiguousName& name = answers.ambiguous.front();
    const std::optional<Term> meant = choose(session, name);
    if (!meant) {
      session.console().err << "write the name in full\n";
      return;
    }
    request.choices.emplace(name.name, *meant);
    answers = ask(session.kb(), request, session.options(""));
  }
  session.asked() = answers.context;
  // .edit and .save take the query that answered.
  if (!answers.sparql.empty()) {
    session.last_text() = answers.sparql;
    session.last() = {answers.sparql, answers.sparql, session.options(answers.sparql), {}, false};
  }
  session.list_things(sentences_of(answers));
  CardStyle style = style_of(session);
  style.numbered = session.shows();
  session.paged([&] { write_answers(session.out(), answers, style); });
}

void shell_ask(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.rest.empty(), ".ask QUESTION");
  ask_question(session, arguments.rest);
}

}  // namespace dossier::repl
