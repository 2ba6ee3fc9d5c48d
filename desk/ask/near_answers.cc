// SPDX-License-Identifier: Apache-2.0
// What stands near all words of the question, where no clause has the question's form.
#include <algorithm>

#include "desk/ask/asker.h"
#include "desk/ask/near_values.h"
#include "desk/ask/sentence_loader.h"
#include "desk/ask/tables.h"
#include "desk/ask/verb_search.h"

namespace dossier::asking {
namespace {

constexpr std::size_t kMostSentences = 40;

bool may_be_near(const Reading& reading) {
  switch (reading.wanted) {
    case Wanted::time:
    case Wanted::place:
      return !reading.copula;
    case Wanted::thing:
      // What is no name may be anything.
      if (reading.person && !reading.noun.empty()) return false;  // whose
      return !reading.copula && (reading.person || !classes_of(reading.noun).empty());
    default:
      return false;
  }
}

}  // namespace

bool Asker::near_answer(const Reading& reading) {
  // Who will visit Lima has not visited it.
  if (not_asserted_ || !may_be_near(reading) || reading.negated || reading.not_yet || reading.else_)
    return false;
  const std::vector<QuestionTerm> terms = question_terms(reading);
  constexpr std::size_t kFewest = 2;
  if (terms.size() < kFewest) return false;
  // Where the question has a verb that says something, the sentence has it, too.
  std::vector<std::string> words;
  for (const QuestionTerm& term : terms)
    if (term.verb || !terms.front().verb)
      words.insert(words.end(), term.words.begin(), term.words.end());
  const std::string search = any_of(words);
  std::vector<Term> sentences;
  for (const FoundSentence& one :
       find(kb_, {.words = search, .entities = 0, .sentences = kMostSentences}, options_).sentences)
    sentences.push_back(one.sentence);
  if (sentences.empty()) return false;
  SentenceLoader loader(kb_, options_);
  std::vector<Answer> best;
  std::size_t most = 0;
  for (Answer& answer : loader.load(sentences, prefixes_)) {
    const SentenceText text{answer.fact.text, answer.fact.date,
                            loader.names_of(answer.fact.sentence), loader.around(answer.fact)};
    const std::optional<NearValue> near = near_value(reading, text);
    if (!near || near->own < most) continue;
    if (near->own > most) best.clear();
    most = near->own;
    answer.value = near->value.value;
    answer.term = near->value.thing;
    const bool known = std::any_of(best.begin(), best.end(),
                                   [&](const Answer& one) { return one.value == answer.value; });
    if (!known) best.push_back(std::move(answer));
  }
  if (best.size() != 1) return false;
  Found found;
  file_answer(found, reading, std::move(best.front()));
  return take(std::move(found), "what stands near all words of the question: no clause says it",
              matches("?sentence", {search}) + "BIND(?sentence AS ?answer) ");
}

}  // namespace dossier::asking
