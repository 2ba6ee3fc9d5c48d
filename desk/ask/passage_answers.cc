// SPDX-License-Identifier: Apache-2.0
// Where neither a fact nor a clause answers: the best sentence that has what is asked for.
#include <algorithm>
#include <set>

#include "desk/ask/asker.h"
#include "desk/ask/passage.h"
#include "desk/ask/sentence_loader.h"
#include "desk/ask/tables.h"
#include "engine/saved/name_resolution.h"
#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

/// Sentences that are read: reading one costs about a millisecond.
constexpr std::size_t kMostSentences = 60;
constexpr std::size_t kMostFollowed = 20;
/// What fits less is not given. There are many names in a text, but few prices and few causes.
constexpr double kLeast = 0.77, kLeastOfFew = 0.65;
/// The next value has to fit less by so much, else either may be the one.
constexpr double kApart = 0.08;

std::string search_of(const std::vector<PassageTerm>& terms) {
  std::set<std::string> words;
  for (const PassageTerm& term : terms)
    for (const std::vector<std::string>* list : {&term.words, &term.near})
      words.insert(list->begin(), list->end());
  std::string out;
  for (const std::string& word : words)
    if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == word.npos)
      out += (out.empty() ? "" : " OR ") + word;
  return out;
}

double least(Wanted wanted) {
  switch (wanted) {
    case Wanted::cause:
    case Wanted::duration:
    case Wanted::measure:
    case Wanted::count:
    case Wanted::amount:
      return kLeastOfFew;
    default:
      return kLeast;
  }
}

bool is_same(const std::string& a, const std::string& b) {
  const std::string one = folded(a), other = folded(b);
  return one.find(other) != one.npos || other.find(one) != other.npos;
}

}  // namespace

/// Of somebody whom no text names no sentence tells.
bool Asker::has_unknown_name() {
  name_unread();
  return std::any_of(out_.unread.begin(), out_.unread.end(), [](const std::string& word) {
    return !extract::Lexicon::builtin().word(ascii_lower(word)).known();
  });
}

/// The two sentences behind each: what they say of "it" may be said of what the question names.
void Asker::add_following(std::vector<Term>& sentences) {
  const std::vector<Term> first(
      sentences.begin(),
      sentences.begin() + static_cast<long>(std::min(sentences.size(), kMostFollowed)));
  std::set<Term> known(sentences.begin(), sentences.end());
  QueryResult result =
      kb_.query("SELECT ?next WHERE { VALUES ?one " + value_list(first, prefixes_) +
                    " ?one k:partOf ?document ; k:index ?at . ?next k:partOf ?document ; k:index "
                    "?behind FILTER(?behind > ?at && ?behind <= ?at + 2) } ORDER BY ?next",
                options_);
  for (const Row& row : result)
    if (known.insert(*row["next"]).second) sentences.push_back(*row["next"]);
}

/// What all sentences that speak of the terms have, the best first.
std::vector<Asker::ScoredAnswer> Asker::passages(const Reading& reading,
                                                 const std::vector<PassageTerm>& terms,
                                                 const std::string& search) {
  std::vector<Term> sentences;
  for (const FoundSentence& one :
       find(kb_, {.words = search, .entities = 0, .sentences = kMostSentences}, options_).sentences)
    sentences.push_back(one.sentence);
  if (sentences.empty()) return {};
  add_following(sentences);
  SentenceLoader loader(kb_, options_);
  std::vector<ScoredAnswer> out;
  for (const Answer& answer : loader.load(sentences, prefixes_)) {
    const SentenceText text{answer.fact.text, answer.fact.date,
                            loader.names_of(answer.fact.sentence), loader.around(answer.fact)};
    for (const PassageValue& one : passage_values(reading, terms, text)) {
      if (repeats_question(reading, one.value.value)) continue;
      Answer given = answer;
      given.value = one.value.value;
      given.term = one.value.thing;
      out.emplace_back(one.score, std::move(given));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  return out;
}

namespace {

/// "Who is X?" and "Whose X is it?" are said by a clause or not at all.
bool is_of_clause(const Reading& reading) {
  const Role* wanted = reading.wanted_role();
  const Role* known = reading.find(Role::Slot::subject);
  const bool attribute = wanted != nullptr && wanted->slot == Role::Slot::attribute &&
                         known != nullptr && (reading.person || !known->phrase.things.empty());
  const bool whose = reading.person && !reading.noun.empty();
  return whose || (reading.copula && attribute && reading.wanted == Wanted::thing);
}

}  // namespace

bool Asker::passage_answer(const Reading& reading) {
  if (not_asserted_ || reading.else_ || is_of_clause(reading) || has_unknown_name()) return false;
  const std::vector<PassageTerm> terms = passage_terms(reading);
  const std::string search = search_of(terms);
  if (search.empty()) return false;
  std::vector<ScoredAnswer> all = passages(reading, terms, search);
  if (all.empty() || all.front().first < least(reading.wanted)) return false;
  for (const auto& [score, answer] : all)
    if (score > all.front().first - kApart && !is_same(answer.value, all.front().second.value))
      return false;
  Found found;
  file_answer(found, reading, std::move(all.front().second));
  return take(std::move(found), "the best sentence that has such a thing: no clause says it",
              matches("?sentence", {search}) + "BIND(?sentence AS ?answer) ");
}

}  // namespace dossier::asking
