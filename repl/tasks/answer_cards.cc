// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/answer_cards.h"

#include <fmt/format.h>

#include "engine/results/one_line.h"
#include "engine/results/short_names.h"

namespace dossier::repl {
namespace {

std::string value_text(const Answer& answer) {
  const std::string time = period_text(answer.fact.time);
  // A time is written as people write it.
  if (!answer.term.is_iri() && !time.empty() && !answer.value.empty() && answer.value[0] >= '0' &&
      answer.value[0] <= '9' && answer.term == Term())
    return time;
  return one_line(answer.value);
}

void write_source(std::ostream& out, const FactRow& fact, const CardStyle& style,
                  const std::string& margin) {
  out << margin << sentence_place(fact.sentence, style.prefixes);
  if (fact.page > 0) out << ", page " << fact.page;
  const std::string& sayer = fact.attributed_to.empty() ? fact.speaker : fact.attributed_to;
  for (const std::string& part : {fact.date, sayer})
    if (!part.empty()) out << " · " << one_line(part);
  const std::string qualifier = fact.qualifier();
  if (!qualifier.empty()) out << " · " << qualifier;
  out << '\n';
}

void write_answer(std::ostream& out, const Answer& answer, const CardStyle& style,
                  std::size_t& number) {
  const std::string margin = list_margin(++number, style);
  const bool is_sentence = answer.value == answer.fact.text;
  if (!is_sentence) {
    const std::string open = style.color ? "\x1b[1m" : "";
    out << margin << open << value_text(answer) << (style.color ? "\x1b[0m" : "") << '\n';
  }
  const bool numbered = is_sentence && style.numbered;
  write_source(out, answer.fact, style, numbered ? margin : std::string(4, ' '));
  write_marked(out, answer.fact.text, {}, style);
}

/// "denied" facts have the whole fact, since their value may be left out.
void write_part(std::ostream& out, std::string_view title, const std::vector<Answer>& answers,
                const CardStyle& style, std::size_t& number) {
  if (answers.empty()) return;
  out << title << '\n';
  for (const Answer& answer : answers) write_answer(out, answer, style, number);
}

void write_text(std::ostream& out, const Answers& answers, const CardStyle& style,
                std::size_t& number) {
  for (const std::string& word : answers.unread)
    out << fmt::format("no text has \"{}\"\n", one_line(word));
  if (answers.understood.empty() && answers.ambiguous.empty() && answers.unclear.empty())
    out << "the question was not understood\n";
  if (answers.text.empty()) return;
  out << "text, not facts\n";
  for (const FoundSentence& one : answers.text) {
    out << (style.numbered ? list_margin(++number, style) : "    ")
        << sentence_place(one.sentence, style.prefixes);
    for (const std::string& part : {one.date, one.speaker})
      if (!part.empty()) out << " · " << one_line(part);
    out << '\n';
    write_marked(out, one.text, {}, style);
  }
}

}  // namespace

void write_ambiguous(std::ostream& out, const AmbiguousName& name, const CardStyle& style) {
  out << fmt::format("\"{}\" may mean\n", one_line(name.name));
  std::size_t number = 0;
  for (const FoundEntity& one : name.candidates)
    out << fmt::format("  {} {}  {}\n", ++number, one_line(one.label),
                       short_text(one.entity, style.prefixes));
}

std::vector<Term> sentences_of(const Answers& answers) {
  std::vector<Term> out;
  for (const auto* list : {&answers.answers, &answers.denied, &answers.planned, &answers.alleged})
    for (const Answer& one : *list) out.push_back(one.fact.sentence);
  if (answers.answers.empty())
    for (const FoundSentence& one : answers.text) out.push_back(one.sentence);
  return out;
}

void write_answers(std::ostream& out, const Answers& answers, const CardStyle& style) {
  for (const AmbiguousName& name : answers.ambiguous) write_ambiguous(out, name, style);
  if (!answers.in_full.empty()) out << one_line(answers.in_full) << '\n';
  if (!answers.understood.empty()) out << one_line(answers.understood) << '\n';
  if (!answers.unclear.empty())
    out << fmt::format("no question before tells what \"{}\" means; write it in full\n",
                       one_line(answers.unclear));
  else if (answers.answers.empty() && answers.ambiguous.empty())
    out << "no fact answers this\n";
  else if (!answers.step.empty())
    out << "by " << answers.step << '\n';
  std::size_t number = 0;
  write_part(out, "answers", answers.answers, style, number);
  write_part(out, "denied", answers.denied, style, number);
  write_part(out, "planned, expected or possible", answers.planned, style, number);
  write_part(out, "alleged", answers.alleged, style, number);
  if (answers.answers.empty()) write_text(out, answers, style, number);
  if (!answers.sparql.empty()) out << "query\n" << answers.sparql << '\n';
}

}  // namespace dossier::repl
