// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "desk/ask/near_values.h"
#include "desk/ask/reading.h"
#include "desk/ask/tables.h"

namespace dossier::asking {
namespace {

/// Verbs that say too little to be looked for.
bool is_light(const std::string& verb) {
  static constexpr std::array<std::string_view, 8> kLight{"be",   "have", "do",   "get",
                                                          "take", "make", "give", "happen"};
  return std::find(kLight.begin(), kLight.end(), verb) != kLight.end();
}

QuestionTerm verb_term(const Reading& reading) {
  QuestionTerm out;
  out.verb = true;
  out.words = synonyms(reading.verb);
  out.words.push_back(reading.verb);
  for (const std::string& noun : event_nouns(reading.verb)) out.words.push_back(noun);
  for (std::string& word : out.words) word.resize(std::min(word.size(), word.find('_')));
  return out;
}

void add_words(std::vector<QuestionTerm>& out, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    QuestionTerm term;
    term.words = {word};
    out.push_back(std::move(term));
  }
}

}  // namespace

std::vector<QuestionTerm> question_terms(const Reading& reading) {
  std::vector<QuestionTerm> out;
  if (!is_light(reading.verb)) out.push_back(verb_term(reading));
  for (const Role& role : reading.roles) {
    if (role.wanted) continue;
    const Phrase& phrase = role.phrase;
    if (phrase.things.empty()) {
      add_words(out, phrase.words);
    } else {
      QuestionTerm name;
      name.words = {phrase.words.empty() ? phrase.head : phrase.words.back()};
      name.things = phrase.things;
      out.push_back(std::move(name));
    }
  }
  add_words(out, reading.rest);
  for (const TimeLimit& limit : reading.times) add_words(out, limit.words);
  if (!reading.noun_words.empty())
    add_words(out, {reading.noun_words.begin(), reading.noun_words.end() - 1});
  return out;
}

}  // namespace dossier::asking
