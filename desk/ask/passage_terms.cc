// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/passage_terms.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "desk/ask/clause_measures.h"
#include "desk/ask/reading.h"
#include "desk/ask/tables.h"
#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

constexpr double kName = 3, kNoun = 2, kVerb = 2, kOther = 1;
/// How much of a word stands there: in another form, in a word for it, around the sentence.
constexpr double kSynonym = 0.9, kStem = 0.8, kAround = 0.55;

/// Verbs that say too little to be looked for.
bool is_light(const std::string& verb) {
  static constexpr std::array<std::string_view, 9> kLight{"be",   "have", "do",   "get",   "take",
                                                          "make", "give", "hold", "happen"};
  return std::find(kLight.begin(), kLight.end(), verb) != kLight.end();
}

std::string singular(std::string word) {
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

/// "investigation" for "investigate", "designer" for "design".
bool same_stem(const std::string& word, std::string other) {
  constexpr std::size_t kShortest = 5, kLongestEnding = 5;
  if (other.ends_with('e')) other.pop_back();
  return other.size() >= kShortest && word.starts_with(other) &&
         word.size() <= other.size() + kLongestEnding;
}

PassageTerm verb_term(const Reading& reading) {
  PassageTerm out;
  out.verb = true;
  out.weight = kVerb;
  out.words = {reading.verb};
  out.near = synonyms(reading.verb);
  for (const std::string& noun : event_nouns(reading.verb)) out.near.push_back(noun);
  for (std::vector<std::string>* list : {&out.words, &out.near})
    for (std::string& word : *list) word.resize(std::min(word.size(), word.find('_')));
  std::erase_if(out.near, is_light);
  return out;
}

/// "How heavy is X?" asks what it weighs, "How much is X?" what it costs.
std::vector<std::string> telling_verbs(const Reading& reading) {
  if (!reading.copula) return {};
  if (reading.wanted == Wanted::amount && reading.noun.empty()) return {"cost", "price", "charge"};
  if (reading.wanted == Wanted::measure) return measure_verbs(reading.measure);
  return {};
}

bool is_noun(const std::string& word) {
  const extract::Lexicon& lexicon = extract::Lexicon::builtin();
  return lexicon.word(word).noun || lexicon.word(singular(word)).noun ||
         !lexicon.word(word).known();
}

void add_words(std::vector<PassageTerm>& out, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    PassageTerm term;
    term.words = {word};
    term.near = nouns_alike(singular(word));
    term.weight = is_noun(word) ? kNoun : kOther;
    out.push_back(std::move(term));
  }
}

/// A name with what is said of it: "Kenya's water minister" is a name and two nouns.
void add_phrase(std::vector<PassageTerm>& out, const Phrase& phrase) {
  if (phrase.things.empty() && phrase.names.empty()) return add_words(out, phrase.words);
  std::vector<std::string> rest = phrase.words;
  const auto add_name = [&](const std::vector<Term>& things, const std::string& text) {
    PassageTerm name;
    name.things = things;
    name.weight = kName;
    name.words = content_words(text);
    for (const std::string& word : name.words) std::erase(rest, word);
    if (!name.words.empty()) name.words = {name.words.back()};
    out.push_back(std::move(name));
  };
  if (!phrase.things.empty()) return add_name(phrase.things, phrase.text);
  for (const NameLink& link : phrase.names) add_name(link.things, link.text);
  add_words(out, rest);
}

}  // namespace

std::vector<PassageTerm> passage_terms(const Reading& reading) {
  std::vector<PassageTerm> out;
  if (!reading.verb.empty() && !is_light(reading.verb)) out.push_back(verb_term(reading));
  if (const std::vector<std::string> verbs = telling_verbs(reading); !verbs.empty()) {
    PassageTerm verb;
    verb.words = verbs;
    verb.weight = kOther;
    verb.verb = true;
    out.push_back(std::move(verb));
  }
  for (const Role& role : reading.roles)
    if (!role.wanted) {
      const std::size_t before = out.size();
      add_phrase(out, role.phrase);
      // What something is said to be is what a verb is elsewhere: "early" of "Why was it early?"
      if (role.slot == Role::Slot::attribute && reading.wanted == Wanted::cause)
        for (std::size_t i = before; i < out.size(); ++i) out[i].verb = true;
    }
  add_words(out, reading.rest);
  const bool counted = reading.wanted == Wanted::count;
  if (!reading.noun_words.empty())
    add_words(out, {reading.noun_words.begin(), reading.noun_words.end() - 1});
  if (reading.wanted == Wanted::amount && !reading.noun.empty() && !counted)
    add_words(out, {reading.noun});
  return out;
}

PassageTerms::PassageTerms(const std::vector<PassageTerm>& terms, const SentenceText& source,
                           const extract::Sentence& parsed)
    : source_(source), parsed_(parsed) {
  std::set<std::string> around;
  for (const std::string& word : content_words(source.around)) around.insert(singular(word));
  double all = 0;
  for (const PassageTerm& term : terms) {
    all += term.weight;
    double best = 0;
    for (std::uint32_t i = 0; i < parsed_.tokens.size(); ++i) {
      const double here = quality(term, i);
      if (here > 0) (term.verb ? verbs_ : places_).insert(i);
      best = std::max(best, here);
    }
    if (best > 0) ++own_;
    const bool near = std::any_of(term.words.begin(), term.words.end(), [&](const auto& word) {
      return around.contains(singular(word));
    });
    if (best == 0 && term.verb) lacks_verb_ = true;
    if (best == 0 && near && !term.verb) best = kAround;
    if (best == 0 && !term.things.empty()) lacks_name_ = true;
    covered_ += best * term.weight;
  }
  if (all > 0) covered_ /= all;
}

double PassageTerms::quality(const PassageTerm& term, std::uint32_t at) const {
  const extract::Token& token = parsed_.tokens[at];
  const bool named =
      std::any_of(source_.names.begin(), source_.names.end(), [&](const NamedPlace& name) {
        return name.span.contains(token.span) &&
               std::find(term.things.begin(), term.things.end(), name.thing) != term.things.end();
      });
  if (named) return 1;
  const std::string lemma = ascii_lower(token.lemma);
  const std::string word = singular(ascii_lower(token.text));
  const auto is = [&](const std::string& one) { return lemma == one || word == singular(one); };
  if (std::any_of(term.words.begin(), term.words.end(), is)) return 1;
  if (std::any_of(term.near.begin(), term.near.end(), is)) return kSynonym;
  if (!term.things.empty()) return 0;
  const bool stem = std::any_of(term.words.begin(), term.words.end(), [&](const auto& one) {
    return same_stem(lemma, one) || same_stem(one, lemma);
  });
  return stem ? kStem : 0;
}

}  // namespace dossier::asking
