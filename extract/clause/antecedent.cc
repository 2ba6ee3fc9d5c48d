// The noun a relative clause is about.
#include <algorithm>

#include "extract/clause/frame.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

class AntecedentFinder {
 public:
  AntecedentFinder(const SentenceReading& state, const VerbGroup& verb, std::size_t pronoun)
      : state_(state), verb_(verb), word_(state.units[pronoun].word), pronoun_(pronoun) {}

  std::vector<Phrase> find(std::size_t& from) const {
    std::size_t i = pronoun_;
    while (i > 0 && (state_.is(i - 1, Kind::comma) || state_.is(i - 1, Kind::adverb))) --i;
    if (i == 0 || !state_.is(i - 1, Kind::noun)) return {};
    if (word_ == "where" || word_ == "whose" || word_ == "whom") return {};
    for (std::size_t noun = i - 1;;) {
      std::vector<Phrase> found = in_list(state_.units[noun].members);
      if (!found.empty()) {
        from = noun;
        return found;
      }
      if (noun < 2 || !state_.is(noun - 1, Kind::preposition) || !state_.is(noun - 2, Kind::noun))
        return {};
      noun -= 2;
    }
  }

 private:
  std::vector<Phrase> in_list(const std::vector<Phrase>& members) const {
    const Phrase& last = members.back();
    const bool many = verb_.plural && members.size() > 1 && !last.plural && last.inner.empty();
    if (many && fits(last, true)) return members;
    if (word_ != "who" && last.mention == std::nullopt && last.inner.size() == 1 &&
        last.inner.front().mention && fits(last.inner.front(), false))
      return last.inner;
    for (auto phrase = members.rbegin(); phrase != members.rend(); ++phrase) {
      if (word_ == "who" && !phrase->inner.empty() && fits(phrase->inner.back(), false))
        return {phrase->inner.back()};
      if (fits(*phrase, false)) return {*phrase};
      if (word_ != "who") break;
    }
    return {};
  }

  bool agrees(const Phrase& phrase) const {
    if (verb_.singular) return !phrase.plural;
    if (verb_.plural)
      return phrase.plural || phrase.type == MentionType::organization ||
             is_person_noun(phrase.word);
    return true;
  }

  bool fits(const Phrase& phrase, bool listed) const {
    if (!listed && !agrees(phrase)) return false;
    if (word_ != "who") return phrase.type != MentionType::person;
    if (phrase.mention)
      return phrase.type == MentionType::person || phrase.type == MentionType::nationality;
    return is_person_noun(phrase.word) || phrase.word.ends_with("er") ||
           phrase.word.ends_with("or") || phrase.word.ends_with("ist") ||
           phrase.word.ends_with("an") || phrase.word.ends_with("ee");
  }

  const SentenceReading& state_;
  const VerbGroup& verb_;
  const std::string& word_;
  std::size_t pronoun_;
};

}  // namespace

std::vector<Phrase> antecedent_of(const SentenceReading& state, const Frame& frame,
                                  std::size_t pronoun, std::size_t& from) {
  return AntecedentFinder(state, state.units[frame.unit].verb, pronoun).find(from);
}

}  // namespace dossier::extract::clause
