// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/asker.h"

#include <algorithm>
#include <set>

#include "desk/ask/frequency.h"
#include "desk/ask/question_text.h"
#include "desk/ask/tables.h"
#include "desk/ask/two_steps.h"

namespace dossier::asking {
namespace {

constexpr std::size_t kSentences = 5;

}  // namespace

Asker::Asker(const KnowledgeBase& kb, const AskRequest& request, const QueryOptions& options)
    : kb_(kb),
      request_(request),
      options_(options),
      prefixes_(predeclared_prefixes()),
      names_(kb, request.choices, options_) {
  options_.parameters.clear();
}

/// Of a question that leaves open whom or what it means.
Answers Asker::only_text() {
  words_ = content_words(request_.question);
  search_text();
  return std::move(out_);
}

const Relations& Asker::relations() {
  if (!relations_) relations_.emplace(kb_, options_);
  return *relations_;
}

Answers Asker::run() {
  out_.question = request_.question;
  words_ = content_words(request_.question);
  const std::optional<Statement> statement = read_statement();
  out_.ambiguous = names_.ambiguous();
  if (!out_.ambiguous.empty()) return std::move(out_);
  if (statement) answer(*statement);
  if (out_.answers.empty() && not_asserted_) {
    Found& found = *not_asserted_;
    out_.denied = std::move(found.denied);
    out_.planned = std::move(found.planned);
    out_.alleged = std::move(found.alleged);
    out_.step = not_asserted_as_.step;
    out_.sparql = not_asserted_as_.sparql;
  }
  const auto cut = [&](std::vector<Answer>& list) {
    if (list.size() > request_.most) list.resize(request_.most);
  };
  for (std::vector<Answer>* list : {&out_.answers, &out_.denied, &out_.planned, &out_.alleged})
    cut(*list);
  if (out_.answers.empty()) {
    name_unread();
    search_text();
  }
  return std::move(out_);
}

/// The question with a name for whom it only describes, when one thing is described so.
std::string Asker::with_first_step(const std::string& question) {
  if (!may_have_two_steps(question)) return question;
  const extract::Analysis analysis = analysed(question, false);
  if (analysis.sentences.empty()) return question;
  const extract::Sentence& sentence = analysis.sentences.front();
  const std::optional<TwoSteps> steps = two_steps(words_of(sentence, names_.find(sentence)));
  if (!steps) return question;
  AskRequest request = request_;
  request.question = steps->first;
  const Answers first = Asker(kb_, request, options_).run();
  if (first.answers.size() != 1 || !first.answers.front().term.is_iri()) return question;
  return steps->before + " " + first.answers.front().value +
         (steps->after.empty() ? "" : " " + steps->after) + "?";
}

std::optional<Statement> Asker::read_statement() {
  const std::string question = with_first_step(without_hyphens_in_titles(request_.question));
  extract::Analysis analysis = analysed(question, false);
  if (analysis.sentences.empty()) return std::nullopt;
  std::vector<FoundName> names = names_.find(analysis.sentences.front());
  const std::string written = with_names_as_written(question, analysis.sentences.front(), names);
  if (written != question) {
    analysis = analysed(written, false);
    names = names_.find(analysis.sentences.front());
  }
  return statement_of(analysis.sentences.front(), names);
}

void Asker::answer(const Statement& statement) {
  std::optional<Reading> reading = reading_of(statement, names_);
  if (!reading)
    if (const std::optional<Statement> plain = with_will(statement)) {
      reading = reading_of(*plain, names_);
      if (reading) reading->not_yet = false;
    }
  out_.ambiguous = names_.ambiguous();
  if (!reading || !out_.ambiguous.empty()) return;
  for (const std::string& words : statement.excluded)
    for (const NameLink& link : names_.named(words))
      reading->excluded.insert(reading->excluded.end(), link.things.begin(), link.things.end());
  resolve_descriptions(*reading);
  if (!statement.measure.empty()) reading->wanted = Wanted::measure;
  out_.understood = asked_word(statement) + ": " + reading->understood;
  if (answer_strictly(statement, *reading)) return;
  if (!passage_answer(*reading)) said_what(*reading);
}

/// True when facts or clauses answer.
bool Asker::answer_strictly(const Statement& statement, Reading& reading) {
  if (circumstance(reading) || happened_to(reading) || happened(reading))
    return !out_.answers.empty();
  if (say(reading) || attribute_question(reading) || copula(reading)) return true;
  if (reading.copula && clauses_of_sentences(reading)) return true;
  const bool found = climb(reading, true) || clauses_of_sentences(reading) ||
                     climb(reading, false) || numbers_of_sentences(reading) ||
                     times_of_sentences(reading) || headline_event(reading) || other_way(reading) ||
                     opposite(reading) || clauses_of_sentences(reading, Reach::around) ||
                     clauses_of_sentences(reading, Reach::loosely) || other_way_loosely(reading) ||
                     near_answer(reading);
  if (!found) return false;
  if (reading.wanted == Wanted::often) count_times();
  climb_also(statement, reading);
  return true;
}

/// How often: as a sentence says it, else the days on which it was so, however many sentences say
/// so; without days, facts. What is planned has not been so yet.
void Asker::count_times() {
  for (const Answer& answer : out_.answers) {
    const std::string frequency = frequency_in(answer.fact.text);
    if (frequency.empty()) continue;
    out_.answers = {answer};
    out_.answers.front().value = frequency;
    out_.answers.front().term = Term();
    return;
  }
  std::erase_if(out_.answers, [](const Answer& one) { return !one.fact.modality.empty(); });
  if (out_.answers.empty()) return;
  std::set<std::string> days;
  bool all = true;
  for (const Answer& answer : out_.answers) {
    const std::string day = time_value(answer.fact.time);
    all = all && !day.empty();
    days.insert(day);
  }
  const std::size_t count = all ? days.size() : out_.answers.size();
  out_.answers.resize(1);
  out_.answers.front().value = count == 1 ? "once" : std::to_string(count) + " times";
  out_.answers.front().term = Term();
}

/// The question's words that no text of the knowledge base has.
void Asker::name_unread() {
  std::string words;
  for (const std::string& word : words_) words += (words.empty() ? "" : " OR ") + word;
  if (words.empty()) return;
  out_.unread = find(kb_, {.words = words, .entities = 0, .sentences = 0}, options_).unknown_words;
}

void Asker::search_text() {
  std::string all, any;
  for (const std::string& word : words_) {
    all += (all.empty() ? "" : " ") + word;
    any += (any.empty() ? "" : " OR ") + word;
  }
  if (words_.empty()) return;
  const FindRequest request{.words = any, .entities = 0, .sentences = kSentences};
  dossier::Found found = find(kb_, request, options_);
  // "war" is spelled nearly as "was"; only long words may be names that were mistyped.
  constexpr std::size_t kLong = 5;
  const bool names = std::any_of(words_.begin(), words_.end(),
                                 [](const std::string& word) { return word.size() >= kLong; });
  if (found.searched_instead.empty() || names) out_.text = std::move(found.sentences);
}

}  // namespace dossier::asking
