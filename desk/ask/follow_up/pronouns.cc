// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/follow_up/pronouns.h"

#include <algorithm>
#include <array>

#include "extract/clause/words.h"
#include "extract/names/describing_nouns.h"

namespace dossier::asking {
namespace {

using extract::Gender;
using Form = OpenPronoun::Form;

struct Entry {
  std::string_view word;
  Kind kind;
  Gender gender;
  bool several;
  Form form;
};

constexpr std::array<Entry, 12> kPronouns{{
    {"he", Kind::person, Gender::male, false, Form::whole},
    {"him", Kind::person, Gender::male, false, Form::whole},
    {"his", Kind::person, Gender::male, false, Form::possessive},
    {"she", Kind::person, Gender::female, false, Form::whole},
    {"her", Kind::person, Gender::female, false, Form::whole},
    {"it", Kind::other, Gender::unknown, false, Form::whole},
    {"its", Kind::other, Gender::unknown, false, Form::possessive},
    {"they", Kind::other, Gender::unknown, true, Form::whole},
    {"them", Kind::other, Gender::unknown, true, Form::whole},
    {"their", Kind::other, Gender::unknown, true, Form::possessive},
    {"theirs", Kind::other, Gender::unknown, true, Form::possessive},
    {"there", Kind::place, Gender::unknown, false, Form::there},
}};

const Entry* entry_of(std::string_view word) {
  const auto found = std::find_if(kPronouns.begin(), kPronouns.end(),
                                  [&](const Entry& one) { return one.word == word; });
  return found == kPronouns.end() ? nullptr : &*found;
}

/// "Is it true that", "How long did it take to build": it means what follows.
bool means_nothing(const std::vector<Word>& words, std::size_t at) {
  for (std::size_t i = at + 1; i < words.size(); ++i) {
    const std::string& word = words[i].lower;
    if (words[i].lemma == "take" && i == at + 1 && i + 1 < words.size()) return true;
    if (word == "that" || word == "who" || word == "whether" || word == "when" || word == "to")
      return true;
  }
  return false;
}

/// "Are there": nothing is said to be at a place.
bool is_existential(const std::vector<Word>& words, std::size_t at) {
  return words[at].xpos == "EX" || (at > 0 && is_be(words[at - 1]));
}

class Finder {
 public:
  Finder(const AskedWords& question, const Earlier& earlier)
      : question_(question), earlier_(earlier), words_(question.words) {}

  std::vector<OpenPronoun> find() const {
    std::vector<OpenPronoun> out;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Entry* entry = words_[i].name ? nullptr : entry_of(words_[i].lower);
      // "IT" and "US" are no pronouns.
      if (entry == nullptr || (i > 0 && words_[i].text != words_[i].lower)) continue;
      OpenPronoun one{i,
                      {words_[i].lower, entry->kind, entry->gender, entry->several},
                      is_possessive(i) ? Form::possessive : entry->form};
      if (one.sought.word == "it" && means_nothing(words_, i)) continue;
      if (one.form == Form::there && is_existential(words_, i)) continue;
      if (!is_explained(one)) out.push_back(one);
    }
    return out;
  }

 private:
  /// "her husband", not "met her in Oslo"
  bool is_possessive(std::size_t at) const {
    if (words_[at].lower != "her" || at + 1 >= words_.size()) return false;
    const Word& next = words_[at + 1];
    return next.name || next.upos == "NOUN" || next.upos == "ADJ" || next.upos == "NUM";
  }

  bool is_explained(const OpenPronoun& pronoun) const {
    bool verb = false;
    for (std::size_t i = pronoun.at; i-- > 0;) {
      const Word& word = words_[i];
      if (!word.name && word.upos == "VERB") verb = true;
      // Whom a clause is about and whom it is done to are two, unless it says "himself".
      const bool same_clause = pronoun.form == Form::whole && !verb_between_two(i, pronoun.at);
      if (may_be(pronoun.sought, i) && !(same_clause && is_object(pronoun))) return true;
      // "Who left her post?", but "Who is her husband?" and "Who did she meet?"
      const bool anybody = word.lower == "who" && pronoun.sought.kind == Kind::person;
      const bool could = pronoun.form == Form::possessive || !is_object(pronoun);
      if (anybody && verb && could && i + 1 < words_.size() && !is_do(words_[i + 1])) return true;
    }
    return false;
  }

  bool is_object(const OpenPronoun& pronoun) const {
    const std::string& word = pronoun.sought.word;
    const bool behind = pronoun.at > 0 && (words_[pronoun.at - 1].upos == "VERB" ||
                                           is_preposition(words_[pronoun.at - 1]));
    return word == "him" || word == "her" || word == "them" || (word == "it" && behind);
  }

  bool verb_between_two(std::size_t begin, std::size_t end) const {
    return std::count_if(words_.begin() + static_cast<long>(begin),
                         words_.begin() + static_cast<long>(end),
                         [](const Word& one) { return !one.name && one.upos == "VERB"; }) > 1;
  }

  /// Whether the word, as the head of its phrase, may be what the pronoun means.
  bool may_be(const Sought& sought, std::size_t at) const {
    const Word& word = words_[at];
    if (sought.kind == Kind::place) return false;
    if (const FoundName* name = question_.name_at(at);
        name != nullptr && !name->link.things.empty())
      return may_mean(earlier_.described(name->link), sought);
    if (word.upos == "PROPN") return true;
    if (word.upos != "NOUN" || word.lower == "year" || word.lower == "time") return false;
    const bool person = extract::clause::is_person_noun(word.lemma);
    if (sought.several) return word.xpos == "NNS" || extract::is_body_noun(word.lemma);
    if (word.xpos == "NNS") return false;
    return person == (sought.kind == Kind::person);
  }

  const AskedWords& question_;
  const Earlier& earlier_;
  const std::vector<Word>& words_;
};

}  // namespace

std::vector<OpenPronoun> open_pronouns(const AskedWords& question, const Earlier& earlier) {
  return Finder(question, earlier).find();
}

bool is_open_pronoun(std::string_view word) { return entry_of(word) != nullptr; }

std::string put_for(const OpenPronoun& pronoun, const std::string& name) {
  if (pronoun.form == Form::there) return "in " + name;
  return pronoun.form == Form::possessive ? name + "'s" : name;
}

}  // namespace dossier::asking
