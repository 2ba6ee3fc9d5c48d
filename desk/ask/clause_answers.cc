// SPDX-License-Identifier: Apache-2.0
// Where no fact answers: sentences read again, as the question is read.
#include <algorithm>

#include "desk/ask/asker.h"
#include "desk/ask/sentence_clauses.h"
#include "desk/ask/sentence_loader.h"
#include "desk/ask/verb_search.h"
#include "extract/graph/vocabulary.h"

namespace dossier::asking {
namespace {

/// Sentences that are read: reading one costs about a millisecond.
constexpr std::size_t kMostSentences = 40;

/// "When did X last win?": of several times the last one.
void pick_time(std::vector<Answer>& answers, const Reading& reading) {
  const bool first = reading.pick == Reading::Pick::first;
  if (reading.wanted != Wanted::time || answers.empty()) return;
  if (!first && reading.pick != Reading::Pick::last) return;
  std::stable_sort(answers.begin(), answers.end(), [&](const Answer& a, const Answer& b) {
    return first ? a.value < b.value : b.value < a.value;
  });
  answers.resize(1);
}

/// Clauses that deny it say "no"; two that contradict each other say nothing.
bool judge(Found& found, bool negated) {
  if (found.answers.empty() == found.denied.empty()) return false;
  const bool so = !found.answers.empty();
  if (!so) found.answers.swap(found.denied);
  found.answers.resize(1);
  found.answers.front().value = so == negated ? "no" : "yes";
  return true;
}

/// Words of the question that the sentence itself has: the more, the nearer it is.
std::size_t own_words(const std::vector<std::string>& words, const std::string& text) {
  const std::vector<std::string> there = content_words(text);
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(there.begin(), there.end(), word) != there.end();
      }));
}

/// Read loosely, the sentences answer that have most words of the question themselves, and only
/// with one answer: others would be guessed.
void keep_nearest(Found& found, const std::vector<std::string>& words) {
  std::size_t most = 0;
  for (const std::vector<Answer>* list : {&found.answers, &found.denied, &found.planned})
    for (const Answer& one : *list) most = std::max(most, own_words(words, one.fact.text));
  for (std::vector<Answer>* list : {&found.answers, &found.denied, &found.planned})
    std::erase_if(*list, [&](const Answer& one) { return own_words(words, one.fact.text) < most; });
  const bool one_sentence = std::all_of(
      found.answers.begin(), found.answers.end(),
      [&](const Answer& one) { return one.fact.sentence == found.answers.front().fact.sentence; });
  if (!one_sentence) found.answers.clear();
}

/// What the question names is no answer to it.
bool is_of_question(const Reading& reading, const ClauseValue& value) {
  const std::vector<std::string> words = content_words(value.value);
  return std::any_of(reading.roles.begin(), reading.roles.end(), [&](const Role& role) {
    const std::vector<Term>& things = role.phrase.things;
    if (std::find(things.begin(), things.end(), value.thing) != things.end()) return true;
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return std::find(role.phrase.words.begin(), role.phrase.words.end(), word) !=
             role.phrase.words.end();
    });
  });
}

std::string_view step_name(bool sentence, bool loosely) {
  if (loosely) return "reading the sentence loosely, by those around it: no stored fact says it";
  return sentence ? "reading the sentence again: no stored fact says it"
                  : "reading the sentence and those around it again: no stored fact says it";
}

}  // namespace

void Asker::read_again(Found& found, const Reading& reading, const std::vector<Term>& sentences,
                       Reach reach) {
  SentenceLoader loader(kb_, options_);
  for (Answer& answer : loader.load(sentences, prefixes_)) {
    const SentenceText text{
        answer.fact.text, answer.fact.date, loader.names_of(answer.fact.sentence),
        reach == Reach::sentence ? "" : loader.around(answer.fact), reach == Reach::loosely};
    for (const ClauseValue& value : clause_values(reading, text)) {
      if (text.loosely && is_of_question(reading, value)) continue;
      Answer one = answer;
      one.value = value.value;
      one.term = value.thing;
      // Of a loose reading nobody knows how sure it is.
      if (!text.loosely) one.fact.confidence = value.confidence;
      if (value.negated) one.fact.polarity = "negative";
      if (value.modality != extract::Modality::asserted)
        one.fact.modality = extract::modality_name(value.modality);
      file_answer(found, reading, std::move(one));
    }
  }
}

/// The sentences that have the verb and most words of the question, read as the question is.
bool Asker::clauses_of_sentences(const Reading& reading, Reach reach) {
  if (reading.verb.empty() || reading.wanted == Wanted::often) return false;
  // Whether somebody did something to something: less would be said by too many clauses.
  const bool whether = reading.wanted == Wanted::yes_no;
  const bool own = reach == Reach::sentence;
  if (whether && (!own || reading.copula || reading.roles.size() < 2)) return false;
  std::vector<std::string> words;
  for (const Role& role : reading.roles)
    words.insert(words.end(), role.phrase.words.begin(), role.phrase.words.end());
  if (reach == Reach::loosely && reading.wanted == Wanted::count)
    words.insert(words.end(), reading.noun_words.begin(), reading.noun_words.end());
  if (words.empty()) return false;
  const std::string search = search_words(reading, words, !own);
  std::vector<Term> sentences;
  for (const FoundSentence& one :
       find(kb_, {.words = search, .entities = 0, .sentences = kMostSentences}, options_).sentences)
    sentences.push_back(one.sentence);
  if (sentences.empty()) return false;
  Found found;
  read_again(found, reading, sentences, reach);
  if (reach == Reach::loosely) keep_nearest(found, words);
  pick_time(found.answers, reading);
  if (whether && !judge(found, reading.negated)) return false;
  return take(std::move(found), std::string(step_name(own, reach == Reach::loosely)),
              matches("?sentence", {search}) + "BIND(?sentence AS ?answer) ");
}

}  // namespace dossier::asking
