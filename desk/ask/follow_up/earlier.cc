// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/follow_up/earlier.h"

#include <algorithm>

#include "desk/ask/patterns.h"
#include "desk/ask/question_text.h"
#include "desk/ask/reading.h"
#include "desk/ask/tables.h"
#include "desk/views/rows.h"
#include "dossier/prefixes.h"
#include "extract/clause/words.h"
#include "extract/names/describing_nouns.h"
#include "extract/names/name_forms.h"

namespace dossier::asking {
namespace {

constexpr std::size_t kMostTogether = 4;
constexpr std::size_t kMostAnswers = 100;

extract::Gender gender_of(const std::string& name) {
  const std::vector<std::string> words = extract::split_name(name);
  if (words.empty()) return extract::Gender::unknown;
  const extract::Gender told = extract::gender_of_honorific(words.front());
  return told != extract::Gender::unknown ? told : extract::gender_of_given_name(words.front());
}

/// "employ" of "does the fund employ", which may be read as a noun; words.size() without "do".
std::size_t main_verb(const std::vector<Word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_do(words[i]) && !words[i].name) return find_verb(words, i);
  return words.size();
}

/// What has no name is meant by its words.
EarlierThing unnamed(const std::string& words, bool answered) {
  EarlierThing out;
  out.name = words;
  out.thing = Term::string(words);
  out.answered = answered;
  return out;
}

template <typename Test>
void erase_unless_all(std::vector<EarlierThing>& things, Test test) {
  if (!std::all_of(things.begin(), things.end(), test)) std::erase_if(things, test);
}

bool is_lower(const std::string& text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

}  // namespace

bool may_mean(const EarlierThing& one, const Sought& sought) {
  if (sought.kind == Kind::place) return one.kind == Kind::place;
  if ((one.kind == Kind::person) != (sought.kind == Kind::person)) return false;
  return sought.gender == extract::Gender::unknown || one.gender == extract::Gender::unknown ||
         one.gender == sought.gender;
}

Earlier::Earlier(const KnowledgeBase& kb, const AskContext& context, NameFinder& finder,
                 const QueryOptions& options)
    : kb_(kb), context_(context), finder_(finder), options_(options) {
  if (context.question.empty()) return;
  const extract::Analysis analysis = analysed(without_hyphens_in_titles(context.question), false);
  if (analysis.sentences.empty()) return;
  question_ = asked_words(analysis.sentences.front(), finder);
  statement_ = statement_of(analysis.sentences.front(), question_.names);
  add_names();
  add_answers();
  add_descriptions();
}

void Earlier::add(EarlierThing thing) {
  std::vector<EarlierThing>& list = thing.thing.is_iri() ? named_ : unnamed_;
  for (EarlierThing& known : list) {
    if (known.name != thing.name || known.thing != thing.thing) continue;
    known.answered = known.answered || thing.answered;
    return;
  }
  list.push_back(std::move(thing));
}

bool Earlier::is_any(const Term& thing, const char* noun) const {
  const std::string classes = value_list(classes_of(noun), predeclared_prefixes());
  QueryOptions options = options_;
  options.parameters = {{"thing", thing}};
  return kb_.query("ASK { VALUES ?class " + classes + " $thing a ?class }", options).boolean();
}

/// A thing of the knowledge base by its full name.
EarlierThing Earlier::described(const NameLink& link) const {
  EarlierThing out{.name = link.text, .thing = link.things.front()};
  QueryOptions options = options_;
  options.parameters = {{"thing", out.thing}};
  for (const Row& row : kb_.query("SELECT ?label WHERE { $thing rdfs:label ?label }", options))
    out.name = text_of(row["label"]);
  if (is_any(out.thing, "person")) {
    out.kind = Kind::person;
    out.gender = gender_of(out.name);
  } else if (is_any(out.thing, "place")) {
    out.kind = Kind::place;
  }
  return out;
}

void Earlier::add_names() {
  for (const FoundName& name : question_.names) {
    if (name.link.things.empty()) continue;
    // "the Ahero pumping station" is not Ahero.
    const std::size_t behind = name.tokens.last;
    if (behind < main_verb(question_.words) && question_.words[behind].upos == "NOUN" &&
        !question_.words[behind].glued)
      continue;
    EarlierThing thing = described(name.link);
    const std::size_t first = name.tokens.first;
    const std::size_t before = first > 1 && question_.words[first - 1].lower == "the" ? 2 : 1;
    thing.aside = first >= before && is_preposition(question_.words[first - before]);
    add(std::move(thing));
  }
}

void Earlier::add_answers() {
  // What a day or a number answers is still what the next question is about.
  if (!statement_) return;
  const bool place = statement_->wanted == Wanted::place;
  if ((statement_->wanted != Wanted::thing && !place) || statement_->describe) return;
  for (std::size_t i = 0; i < std::min(context_.answers.size(), kMostAnswers); ++i) {
    const std::string& answer = context_.answers[i];
    const std::vector<NameLink> links = finder_.named(answer);
    if (links.empty()) {
      if (!place && is_lower(answer))
        add(unnamed(answer.starts_with("the ") ? answer : "the " + answer, true));
      continue;
    }
    EarlierThing thing = described(links.front());
    thing.answered = true;
    thing.aside = place;
    if (!place || thing.kind == Kind::place) add(std::move(thing));
  }
}

/// "the bridge" of "Who opened the bridge?"
void Earlier::add_descriptions() {
  const std::vector<Word>& words = question_.words;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].lower != "the" || words[i].name) continue;
    std::size_t end = phrase_end(words, i);
    if (i < main_verb(words)) end = std::min(end, main_verb(words));
    std::size_t noun = i + 1;
    while (noun + 1 < end && (words[noun].name || words[noun + 1].upos == "NOUN")) ++noun;
    if (words[noun].upos != "NOUN" || words[noun].name) continue;
    EarlierThing thing = unnamed(joined(words, i, end), false);
    if (extract::clause::is_person_noun(words[noun].lemma)) thing.kind = Kind::person;
    thing.gender = extract::gender_of_noun(words[noun].lower);
    add(std::move(thing));
    i = end - 1;
  }
}

std::vector<EarlierThing> Earlier::meant(const Sought& sought) const {
  std::vector<EarlierThing> out;
  for (const std::vector<EarlierThing>* list : {&named_, &unnamed_}) {
    // "the president" is whom the answer names.
    if (sought.kind == Kind::person && !out.empty()) break;
    for (const EarlierThing& one : *list)
      if (may_mean(one, sought)) out.push_back(one);
  }
  const auto is_aside = [](const EarlierThing& one) {
    return one.kind == Kind::place && one.aside;
  };
  // "It" is no place where something else is, and none of several answers.
  if (sought.kind == Kind::other) erase_unless_all(out, is_aside);
  const auto is_answer = [](const EarlierThing& one) { return one.answered; };
  if (!sought.several && context_.answers.size() > 1) erase_unless_all(out, is_answer);
  return out;
}

std::string Earlier::together() const {
  for (const bool answered : {true, false}) {
    std::vector<std::string> people;
    for (const EarlierThing& one : named_)
      if (one.answered == answered && (answered || one.kind == Kind::person))
        people.push_back(one.name);
    if (people.size() < 2 || people.size() > kMostTogether) continue;
    return listed(people);
  }
  return {};
}

}  // namespace dossier::asking
