// SPDX-License-Identifier: Apache-2.0
// .facts, .says and .path: the views of facts.

#include <fmt/format.h>

#include <utility>

#include "desk/views/repeats.h"
#include "dossier/error.h"
#include "dossier/views.h"
#include "engine/results/one_line.h"
#include "engine/saved/name_resolution.h"
#include "repl/process/counting.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/fact_lines.h"
#include "repl/tasks/facts_request.h"
#include "repl/tasks/full_names.h"

namespace dossier::repl {
namespace {

CardStyle style_of(Session& session) {
  return {session.settings().color && session.shows(), session.layout().width, session.prefixes()};
}

std::string as_one_word(const std::string& text) {
  return text.find(' ') == std::string::npos ? text : '"' + text + '"';
}

/// The words up to "about", and those behind it.
std::pair<std::string, std::string> around_about(const std::vector<std::string>& words) {
  std::pair<std::string, std::string> out;
  bool behind = false;
  for (const std::string& word : words) {
    if (word == "about" && !behind && !out.first.empty()) {
      behind = true;
      continue;
    }
    std::string& part = behind ? out.second : out.first;
    part += (part.empty() ? "" : " ") + word;
  }
  return out;
}

/// What is told about: a thing by its name, else words.
void set_about(Session& session, SaysRequest& request, const std::string& about) {
  if (about.empty()) return;
  try {
    request.about = named_entity(session.kb(), about, session.prefixes(), session.console().err);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    request.words = about;
  }
}

std::uint64_t count(Session& session, FactsRequest request) {
  request.most = 1;
  request.skip = 0;
  return facts(session.kb(), request, session.options("")).all;
}

/// The same facts without conditions on how, when and where they are told.
FactsRequest without_conditions(const FactsRequest& request) {
  FactsRequest out;
  out.subject = request.subject;
  out.predicates = request.predicates;
  out.object = request.object;
  out.about = request.about;
  return out;
}

/// Nothing was found: what is there of the kind, and how to ask for it.
void explain_no_facts(Session& session, const FactsRequest& request,
                      const std::vector<std::string>& words) {
  const FactsRequest loose = without_conditions(request);
  if (const std::uint64_t there = count(session, loose); there > 0) {
    session.out() << fmt::format("without these conditions there {} {}\n",
                                 there == 1 ? "is" : "are", counted(there, "fact"));
    return;
  }
  if (request.about) {
    session.out() << "no fact has it on either side; .about " << as_one_word(words[0])
                  << " shows where it is mentioned\n";
  }
  if (!request.subject || request.object || words.size() < 2) return;
  FactsRequest turned = loose;
  std::swap(turned.subject, turned.object);
  if (const std::uint64_t there = count(session, turned); there > 0)
    session.out() << fmt::format("it is the object of {}: .facts ? {} {}\n",
                                 counted(there, "such fact"), as_one_word(words[1]),
                                 as_one_word(words[0]));
}

}  // namespace

void shell_facts(Session& session, const ShellArguments& arguments) {
  std::vector<std::string> words = arguments.words;
  const bool unfolded = std::erase(words, "unfolded") > 0;
  const FactsRequest request =
      facts_request(session.kb(), words, session.prefixes(), session.console().err);
  Facts found = facts(session.kb(), request, session.options(""));
  const bool people = session.shows() && session.settings().mode.for_people();
  const std::uint64_t shown = request.skip + found.rows.size();
  if (people && !unfolded) fold_repeats(found.rows);
  const std::uint64_t folded = shown - request.skip - found.rows.size();
  std::vector<Term> sentences;
  for (const FactRow& row : found.rows) sentences.push_back(row.sentence);
  session.list_things(std::move(sentences));
  session.last().facts = found.rows;
  session.paged([&] {
    RowList list = fact_list(found.rows, !people);
    if (people) list = numbered(std::move(list));
    show_list(session, list, "fact", "facts");
    if (folded > 0)
      session.out() << fmt::format(
          "{} that {} another one of {} sentence {} left out; "
          "\"unfolded\" shows all\n",
          counted(folded, "fact"), folded == 1 ? "repeats" : "repeat",
          folded == 1 ? "its" : "their", folded == 1 ? "is" : "are");
    if (people && shown < found.all)
      session.out() << fmt::format("{} in all; \"skip {}\" shows the next\n", grouped(found.all),
                                   shown);
    if (people && found.all == 0) explain_no_facts(session, request, words);
  });
}

void shell_says(Session& session, const ShellArguments& arguments) {
  const auto [name, about] = around_about(arguments.words);
  arguments.require(!name.empty(), ".says NAME [about THING or WORDS]");
  SaysRequest request;
  request.speaker = named_entity(session.kb(), name, session.prefixes(), session.console().err);
  request.most = session.settings().max_rows == 0 ? 100000 : session.settings().max_rows;
  set_about(session, request, about);
  const Sayings found = says(session.kb(), request, session.options(""));
  std::vector<Term> sentences;
  for (const Saying& one : found.sentences) sentences.push_back(one.sentence);
  session.list_things(std::move(sentences));
  CardStyle style = style_of(session);
  style.numbered = session.shows();
  session.paged([&] {
    std::size_t number = 0;
    for (const Saying& one : found.sentences) {
      session.out() << list_margin(++number, style)
                    << sentence_place(one.sentence, session.prefixes());
      if (!one.date.empty()) session.out() << " · " << one.date;
      if (one.reported) session.out() << " · reported";
      session.out() << '\n';
      write_marked(session.out(), one.text, {}, style_of(session));
    }
    session.out() << counted(found.all, "sentence");
    if (found.sentences.size() < found.all) session.out() << "; .maxrows 0 shows all";
    session.out() << '\n';
  });
}

void shell_path(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() == 2,
                    ".path A B; names of several words stand in quotes");
  std::vector<Term> ends;
  for (const std::string& word : arguments.words)
    ends.push_back(named_entity(session.kb(), word, session.prefixes(), session.console().err));
  const std::vector<PathStep> path =
      path_between(session.kb(), ends[0], ends[1], 6, session.options(""));
  if (path.empty())
    throw Error(ErrorCode::input, "no chain of facts joins the two in at most 6 steps");
  session.paged([&] {
    for (const PathStep& step : path) {
      session.out() << one_line(step.from_name) << " – " << one_line(step.to_name) << '\n';
      if (!step.facts.empty()) write_fact(session.out(), step.facts.front(), style_of(session));
      if (step.facts.size() > 1)
        session.out() << "    and " << counted(step.facts.size() - 1, "more fact") << '\n';
    }
    session.out() << counted(path.size(), "step") << '\n';
  });
}

}  // namespace dossier::repl
